//! What headings in English, Chinese, Japanese and Korean say about their columns.

use super::values::statuses;

/// What a column is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Role {
    Status,
    Type,
    Code,
    Message,
    Meaning,
    /// A response as JSON.
    Body,
    /// Anything that no row of a table takes up, such as advice.
    Other,
}

/// The words of headings, the most telling first: the first line that a heading has a word of decides.
const WORDS: [(Guess, &[&str]); 9] = [
    (
        Guess::Sure(Role::Other),
        &[
            "solution",
            "what to do",
            "how to",
            "fix",
            "action",
            "remedy",
            "resolution",
            "retry",
            "retriable",
            "recommend",
            "handling",
            "suggest",
            "advice",
            "next step",
            "mitigation",
            "解决",
            "处理",
            "建议",
            "办法",
            "措施",
            "排查",
            "重试",
            "應對",
            "解決",
            "對策",
            "対処",
            "対応",
            "対策",
            "再試行",
            "リトライ",
            "해결",
            "조치",
            "대응",
            "대처",
            "재시도",
            "sdk",
            "exception class",
            "文档",
            "link",
        ],
    ),
    (
        Guess::Sure(Role::Meaning),
        &[
            "description",
            "beschreibung",
            "bedeutung",
            "descripci",
            "descrição",
            "meaning",
            "explanation",
            "cause",
            "overview",
            "detail",
            "summary",
            "when ",
            "comment",
            "note",
            "remark",
            "why",
            "scenario",
            "定义",
            "说明",
            "描述",
            "含义",
            "原因",
            "解释",
            "释义",
            "备注",
            "注释",
            "场景",
            "說明",
            "含義",
            "意味",
            "説明",
            "内容",
            "詳細",
            "概要",
            "설명",
            "의미",
            "원인",
            "내용",
            "사유",
            "비고",
            "상세",
        ],
    ),
    (
        Guess::Sure(Role::Message),
        &[
            "message",
            "meldung",
            "mensaje",
            "mensagem",
            "msg",
            "text",
            "错误信息",
            "错误消息",
            "报错",
            "提示",
            "信息",
            "消息",
            "訊息",
            "文案",
            "メッセージ",
            "文言",
            "메시지",
            "메세지",
            "문구",
        ],
    ),
    (
        Guess::Sure(Role::Status),
        &[
            "http",
            "status",
            "状态",
            "狀態",
            "ステータス",
            "상태",
            "state code",
        ],
    ),
    (
        Guess::Sure(Role::Body),
        &[
            "response",
            "example",
            "sample",
            "body",
            "json",
            "payload",
            "示例",
            "响应",
            "返回示例",
            "例",
            "レスポンス",
            "응답",
            "예시",
        ],
    ),
    (
        Guess::Sure(Role::Type),
        &[
            "type",
            "category",
            "class",
            "类型",
            "類型",
            "类别",
            "分类",
            "タイプ",
            "種類",
            "種別",
            "型",
            "分類",
            "유형",
            "타입",
            "종류",
            "분류",
        ],
    ),
    (
        Guess::Sure(Role::Code),
        &[
            "code",
            "identifier",
            "errno",
            "码",
            "碼",
            "代码",
            "标识",
            "编号",
            "コード",
            "識別子",
            "番号",
            "코드",
            "식별자",
            "번호",
            "error id",
        ],
    ),
    (
        Guess::Open,
        &[
            "error",
            "name",
            "reason",
            "exception",
            "fault",
            "错误",
            "异常",
            "名称",
            "錯誤",
            "エラー",
            "名前",
            "例外",
            "오류",
            "에러",
            "이름",
            "예외",
            "key",
            "value",
            "值",
            "id",
        ],
    ),
    (Guess::Sure(Role::Other), &["#"]),
];

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Guess {
    Sure(Role),
    /// It is for the cells to say.
    Open,
    /// No word of the heading is known.
    Unknown,
}

/// Returns what a heading says about its column.
pub(super) fn guess(heading: &str) -> Guess {
    let heading = heading.to_lowercase().replace(['_', '-'], " ");
    let heading = format!(
        "{} ",
        heading.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    let has = |word: &&&str| heading.contains(**word);
    let found = WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| has(&word)));
    match found {
        // `HTTP response code` and `response code` are no responses.
        Some((Guess::Sure(Role::Body), _)) if heading.contains("code") => Guess::Sure(Role::Status),
        Some((guess, _)) => *guess,
        None => Guess::Unknown,
    }
}

/// Returns whether a heading names a column of errors.
pub(super) fn is_heading(text: &str) -> bool {
    text.chars().count() < 40 && guess(text) != Guess::Unknown && statuses(text).is_none()
}

/// Returns whether a heading names a column of statuses.
pub(super) fn is_of_status(text: &str) -> bool {
    guess(text) == Guess::Sure(Role::Status)
}
