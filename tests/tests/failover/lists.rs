//! Routes come and go, have priorities and shares, and cost little.

use crate::{
    SECOND, all_are_available, at, cooling, fail, internal, is_available, next, ppio_error, send,
    three,
};
use error_codes::failover::{Failover, Next, Preference, Route};
use std::collections::BTreeMap;

fn share(weight: u16) -> Preference {
    Preference {
        priority: 0,
        weight,
    }
}

/// How many of some requests each provider gets.
fn served(failover: &mut Failover, requests: usize) -> BTreeMap<String, usize> {
    let mut served = BTreeMap::new();
    for _ in 0..requests {
        for route in send(failover, at(0), |_| None) {
            *served.entry(route.provider().to_owned()).or_default() += 1;
        }
    }
    served
}

#[test]
fn no_routes_are_a_reason_to_give_up() {
    let mut failover = Failover::default();
    assert_eq!(failover.attempts().next(&mut failover, at(0)), Next::GiveUp);
}

#[test]
fn requests_are_shared_by_weight() {
    let mut failover = Failover::default();
    let [one, two, three] = three();
    failover.insert(one.clone(), share(5));
    failover.insert(two, share(3));
    failover.insert(three, share(0)); // which counts as 1
    let expected = |counts: [usize; 3]| {
        let names = ["one", "three", "two"].map(str::to_owned);
        names.into_iter().zip(counts).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(served(&mut failover, 9), expected([5, 1, 3]));
    assert_eq!(served(&mut failover, 900), expected([500, 100, 300]));
    // What was away does not catch up.
    fail(&mut failover, "one", 20, at(0));
    assert_eq!(served(&mut failover, 400).get("one"), None);
    failover.restore(error_codes::Scope::Provider, &one);
    let after = served(&mut failover, 90);
    assert!((49..=51).contains(&after["one"]), "{after:?}");
}

#[test]
fn a_lower_priority_is_used_only_if_the_higher_ones_are_not_available() {
    let mut failover = Failover::default();
    let [one, two, three] = three();
    let backup = Preference {
        priority: 1,
        weight: 100,
    };
    failover.insert(three.clone(), backup);
    failover.insert(one, share(1));
    failover.insert(two, share(1));
    assert_eq!(served(&mut failover, 100).len(), 2);
    fail(&mut failover, "one", 20, at(0));
    assert_eq!(served(&mut failover, 100).len(), 1);
    fail(&mut failover, "two", 20, at(0));
    let tried = send(&mut failover, at(0), |_| None);
    assert_eq!(tried.last(), Some(&three));
    // A preference can be changed, and nothing else with it.
    failover.insert(three.clone(), share(1));
    assert_eq!(failover.routes(at(0)).count(), 3);
    assert_eq!(send(&mut failover, at(0), |_| None), [three]);
}

#[test]
fn routes_come_and_go_without_losing_the_cooldowns_of_the_others() {
    let key = |key: &str| Route::new("ppio", "big").with_key(key).with_account("A");
    let mut failover = Failover::new([key("one"), key("two"), Route::new("modelverse", "big")]);
    send(&mut failover, at(0), |route| {
        (route.provider() == "ppio").then(|| ppio_error(403, &[], "NOT_ENOUGH_BALANCE"))
    });
    let minute = Some(60 * SECOND);
    failover.insert(key("three"), share(1));
    assert_eq!(cooling(&failover, &[key("three")], at(0)), [minute]);
    assert!(failover.remove(&key("one")));
    assert!(!failover.remove(&key("one")));
    failover.insert(Route::new("openrouter", "big"), share(1));
    assert_eq!(
        cooling(&failover, &[key("two"), key("three")], at(0)),
        [minute, minute]
    );
    assert!(failover.remove(&key("two")) && failover.remove(&key("three")));
    // Nothing is known any more about an account without a route.
    failover.insert(key("one"), share(1));
    assert!(all_are_available(&failover, at(0)));
}

#[test]
fn a_route_that_takes_the_number_of_another_is_not_taken_for_it() {
    let [one, two, three] = three();
    let mut failover = Failover::new([one.clone(), two.clone()]);
    let mut attempts = failover.attempts();
    let attempt = next(&mut attempts, &mut failover, at(0));
    let mut other = failover.attempts();
    let late = next(&mut other, &mut failover, at(0));
    attempts.failed(&mut failover, attempt, &internal(), at(0));
    failover.remove(&one);
    failover.insert(three.clone(), Preference::default());
    // What is reported about the route that is gone does not reach the one that came.
    other.failed(
        &mut failover,
        late,
        &ppio_error(401, &[], "FAILED_TO_AUTH"),
        at(0),
    );
    assert!(is_available(&failover, &three, at(0)));
    assert_eq!(other.failures(), 1);
    // And the request, which failed at the one that is gone, may try it.
    let attempt = next(&mut attempts, &mut failover, at(0));
    assert_eq!(attempt.route(), &three);
    attempts.failed(&mut failover, attempt, &internal(), at(0));
    assert_eq!(next(&mut attempts, &mut failover, at(0)).route(), &two);
}

#[test]
fn a_request_is_kept_from_what_cannot_serve_it() {
    let routes = ["big", "small"].map(|model| Route::new("ppio", model));
    let mut failover = Failover::new(routes.clone());
    let mut attempts = failover.attempts();
    attempts.exclude(&failover, |route| route.model() != "small");
    let attempt = next(&mut attempts, &mut failover, at(0));
    assert_eq!(attempt.route(), &routes[1]);
    attempts.failed(&mut failover, attempt, &internal(), at(0));
    assert_eq!(attempts.next(&mut failover, at(0)), Next::GiveUp);
}

fn keys(count: usize) -> Failover {
    Failover::new((0..count).map(|key| Route::new("ppio", "big").with_key(format!("{key:010}"))))
}

#[test]
fn deciding_allocates_nothing() {
    let mut failover = keys(1000);
    let mut attempts = failover.attempts();
    let memory = allocation_counter::measure(|| {
        let attempt = next(&mut attempts, &mut failover, at(0));
        attempts.succeeded(&mut failover, attempt, at(0));
    });
    assert_eq!(memory.count_total, 0);
    // A failure sets two bits for each route, and is remembered.
    let attempt = next(&mut attempts, &mut failover, at(0));
    let error = internal();
    let memory =
        allocation_counter::measure(|| attempts.failed(&mut failover, attempt, &error, at(0)));
    assert!(memory.bytes_max <= 2 * 2 * 1000 / 8 + 512, "{memory:?}");
    let memory = allocation_counter::measure(|| drop(next(&mut attempts, &mut failover, at(0))));
    assert_eq!(memory.count_total, 0);
}

#[test]
fn a_route_takes_a_kilobyte() {
    const ROUTES: usize = 4000;
    let mut failover = None;
    let memory = allocation_counter::measure(|| failover = Some(keys(ROUTES)));
    let of_one = usize::try_from(memory.bytes_current).expect("a size") / ROUTES;
    assert!((500..=1100).contains(&of_one), "{of_one} bytes");
}

#[test]
fn four_thousand_refused_keys_are_tried_once_each() {
    let mut failover = keys(4000);
    let refuse = |_: &Route| Some(ppio_error(401, &[], "FAILED_TO_AUTH"));
    assert_eq!(send(&mut failover, at(0), refuse).len(), 4000);
    assert_eq!(send(&mut failover, at(0), refuse).len(), 0);
}
