//! Which table is one of errors.

use super::Context;
use super::columns::Role;
use super::grid::{Cell, Grid};
use super::headings;
use super::values::{is_absent, is_success, name, statuses};

/// Returns why a table is none of errors.
pub(super) fn refusal(
    headings: &[String],
    roles: &[Role],
    grid: &Grid,
    context: &Context,
) -> Option<&'static str> {
    let body = &grid.rows[grid.heads..];
    let all = headings.join(" | ").to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| all.contains(word));
    let is = |words: &[&str]| {
        headings
            .iter()
            .any(|heading| words.contains(&heading.trim().to_lowercase().as_str()))
    };
    let of = |role: Role| roles.iter().position(|other| *other == role);
    let is_about_errors = context.is_about_errors() || is_about_errors(&all);
    if body.is_empty() {
        return Some("it has headings and no rows");
    }
    if has(&["header", "请求头", "响应头", "ヘッダ", "헤더"])
        || column_is(body, 0, &|text| text.to_lowercase().starts_with("x-"))
    {
        return Some("it lists headers");
    }
    let mut limits = all.split(|c: char| !c.is_alphanumeric());
    if limits.any(|word| {
        [
            "rpm", "tpm", "rpd", "tpd", "qps", "ipm", "tier", "quota", "limit", "limits", "限额",
            "并发",
        ]
        .contains(&word)
    }) {
        return Some("it lists rate limits");
    }
    if is(&[
        "parameter",
        "parameters",
        "param",
        "field",
        "required",
        "default",
        "参数",
        "参数名",
        "字段",
        "必填",
        "パラメータ",
        "パラメーター",
        "フィールド",
        "매개변수",
        "필드",
        "property",
    ]) {
        return Some("it describes parameters or fields");
    }
    let named = of(Role::Code).or_else(|| of(Role::Type));
    let is_class = |text: &str| {
        name(text).is_some_and(|name| {
            let is_class = name.ends_with("Error") || name.ends_with("Exception");
            is_class && name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.contains('_')
        })
    };
    let classes = named.is_some_and(|at| column_is(body, at, &is_class));
    let says_sdk = |text: &str| {
        [
            "sdk",
            "class",
            "exception",
            "library",
            "python",
            "类",
            "クラス",
            "例外",
            "클래스",
            "예외",
        ]
        .iter()
        .any(|word| text.contains(word))
    };
    if classes
        && (says_sdk(&all)
            || says_sdk(&context.title().to_lowercase())
            || of(Role::Status).is_none())
    {
        return Some("it lists the classes of an SDK");
    }
    match (of(Role::Status), named) {
        (Some(at), _) => {
            let is_error = |row: &Vec<Cell>| {
                statuses(&row[at].text.text).is_some_and(|found| !is_success(&found.pattern))
            };
            let explicit = has(&[
                "http",
                "status",
                "状态",
                "ステータス",
                "상태",
                "error",
                "错误",
            ]);
            if !explicit && !is_about_errors {
                Some("nothing says that its numbers are status codes")
            } else if !body.iter().any(is_error) && (named.is_none() || !is_about_errors) {
                Some("none of its status codes is that of an error")
            } else {
                None
            }
        }
        (None, Some(at)) if headings::is_of_status(&headings[at]) => {
            Some("its statuses are no status codes")
        }
        (None, Some(_)) if context.status.is_some() || context.name.is_some() => None,
        (None, Some(_)) if is_about_errors && !context.is_about_others() => None,
        (None, Some(_)) => Some("nothing says that its codes are those of errors"),
        (None, None) if roles.contains(&Role::Body) && is_about_errors => None,
        (None, None) if context.status.is_some() && roles.contains(&Role::Message) => None,
        (None, None) => Some("it has neither status codes nor codes"),
    }
}

/// Returns whether most of a column's filled cells are of a sort.
fn column_is(rows: &[Vec<Cell>], at: usize, is: &dyn Fn(&str) -> bool) -> bool {
    let filled = rows
        .iter()
        .filter_map(|row| row.get(at))
        .filter(|cell| !is_absent(&cell.text.text));
    let (mut all, mut those) = (0, 0);
    for cell in filled {
        all += 1;
        those += usize::from(is(cell.text.text.trim()));
    }
    those > 0 && those * 10 >= all * 6
}

/// Returns whether a text speaks about errors.
pub(super) fn is_about_errors(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "error",
        "fail",
        "fault",
        "exception",
        "错误",
        "錯誤",
        "异常",
        "报错",
        "失败",
        "エラー",
        "異常",
        "例外",
        "오류",
        "에러",
        "예외",
        "fehler",
        "erreur",
        "errores",
        "erro",
        "ошиб",
    ]
    .iter()
    .any(|word| text.contains(word))
}
