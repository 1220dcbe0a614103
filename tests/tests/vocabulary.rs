//! The vocabulary: defaults, names in other vocabularies, and conversion to and from text.

use error_codes::{ErrorKind as Kind, MatchedBy, RetryHint as Retry, Scope, StatusCode};

/// The vocabulary's table: kind, default retry, default scope.
const DEFAULTS: [(Kind, Retry, Scope); 15] = [
    (Kind::InvalidRequest, Retry::Never, Scope::Request),
    (Kind::PayloadTooLarge, Retry::Never, Scope::Request),
    (Kind::ContentFiltered, Retry::Never, Scope::Request),
    (Kind::Cancelled, Retry::Never, Scope::Request),
    (Kind::Conflict, Retry::Backoff, Scope::Request),
    (Kind::ContextLength, Retry::Never, Scope::Model),
    (Kind::NotFound, Retry::Never, Scope::Model),
    (Kind::Authentication, Retry::Never, Scope::Key),
    (Kind::PermissionDenied, Retry::Never, Scope::Key),
    (Kind::RateLimited, Retry::AfterReset, Scope::Key),
    (Kind::QuotaExhausted, Retry::Never, Scope::Account),
    (Kind::Timeout, Retry::Backoff, Scope::Model),
    (Kind::Unavailable, Retry::Backoff, Scope::Provider),
    (Kind::Internal, Retry::Backoff, Scope::Provider),
    (Kind::Unknown, Retry::Unspecified, Scope::Provider),
];

#[test]
fn each_kind_has_its_defaults() {
    assert_eq!(Kind::ALL, DEFAULTS.map(|(kind, ..)| kind));
    for (kind, retry, scope) in DEFAULTS {
        assert_eq!((kind.retry(), kind.scope()), (retry, scope), "{kind}");
    }
}

#[test]
fn what_may_have_run_is_known() {
    let may = Kind::ALL.iter().filter(|kind| kind.may_have_executed());
    let expected = [
        Kind::Cancelled,
        Kind::Timeout,
        Kind::Unavailable,
        Kind::Internal,
        Kind::Unknown,
    ];
    assert!(may.eq(&expected));
}

#[test]
fn only_backoff_and_after_reset_are_worth_another_try() {
    let retryable = Retry::ALL.iter().filter(|retry| retry.is_retryable());
    assert!(retryable.eq(&[Retry::Backoff, Retry::AfterReset]));
}

#[test]
fn only_the_request_itself_forbids_going_elsewhere() {
    let stuck = Scope::ALL.iter().filter(|scope| !scope.allows_failover());
    assert!(stuck.eq(&[Scope::Request]));
}

#[test]
fn statuses_have_a_general_meaning() {
    for (status, kind) in [
        (200, Kind::Unknown),
        (302, Kind::Unknown),
        (400, Kind::InvalidRequest),
        (401, Kind::Authentication),
        (402, Kind::QuotaExhausted),
        (403, Kind::PermissionDenied),
        (404, Kind::NotFound),
        (405, Kind::InvalidRequest),
        (408, Kind::Timeout),
        (409, Kind::Conflict),
        (410, Kind::NotFound),
        (413, Kind::PayloadTooLarge),
        (422, Kind::InvalidRequest),
        (424, Kind::Unavailable),
        (429, Kind::RateLimited),
        (451, Kind::ContentFiltered),
        (499, Kind::Cancelled),
        (500, Kind::Internal),
        (502, Kind::Unavailable),
        (503, Kind::Unavailable),
        (504, Kind::Timeout),
        (511, Kind::Unavailable),
        (520, Kind::Unavailable),
        (521, Kind::Unavailable),
        (522, Kind::Unavailable),
        (523, Kind::Unavailable),
        (524, Kind::Timeout),
        (529, Kind::Unavailable),
        (599, Kind::Internal),
        (600, Kind::Unknown),
        (999, Kind::Unknown),
    ] {
        let status = StatusCode::from_u16(status).unwrap();
        assert_eq!(Kind::from_status(status), kind, "{status}");
    }
}

#[test]
fn the_status_of_a_kind_leads_back_to_it() {
    let ambiguous = [Kind::ContentFiltered, Kind::ContextLength, Kind::Unknown];
    for &kind in Kind::ALL {
        if !ambiguous.contains(&kind) {
            assert_eq!(Kind::from_status(kind.status()), kind);
        }
    }
    assert_eq!(Kind::ContextLength.status(), StatusCode::BAD_REQUEST);
    assert_eq!(Kind::Cancelled.status().as_u16(), 499);
}

#[test]
fn neighbours_have_names_of_their_own() {
    let names = |kind: Kind| (kind.grpc_code(), kind.openai_type(), kind.otel_error_type());
    assert_eq!(
        names(Kind::RateLimited),
        ("RESOURCE_EXHAUSTED", "rate_limit_error", "rate_limited")
    );
    assert_eq!(
        names(Kind::Timeout),
        ("DEADLINE_EXCEEDED", "server_error", "timeout")
    );
    assert_eq!(names(Kind::Unknown), ("UNKNOWN", "server_error", "_OTHER"));
}

#[test]
fn words_are_text_in_both_directions() {
    for &kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        let json = serde_json::to_string(&kind).unwrap();
        assert_eq!(json, format!("\"{kind}\""));
        assert_eq!(serde_json::from_str::<Kind>(&json).unwrap(), kind);
    }
    assert_eq!(Kind::PayloadTooLarge.as_str(), "payload_too_large");
    assert_eq!(Kind::PayloadTooLarge.name(), "PayloadTooLarge");
    assert_eq!(Retry::AfterReset.to_string(), "after_reset");
    assert_eq!(MatchedBy::Fallback.to_string(), "fallback");
    let error = "rate_limit".parse::<Kind>().unwrap_err();
    assert_eq!(error.to_string(), "`rate_limit` is not a valid error kind");
}
