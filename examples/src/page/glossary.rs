//! What Japanese and Korean pages say, in words that the library reads: its own phrases are English and Chinese.

/// Words of a page, and a sentence that says the same. The first line decides of which the text has all words.
const SENTENCES: [(&[&str], &str); 46] = [
    (&["残高"], "insufficient balance"),
    (&["クレジット", "不足"], "insufficient credit"),
    (&["クレジット", "使い切"], "insufficient credit"),
    (&["支払"], "insufficient balance"),
    (&["月間", "上限"], "monthly quota exceeded"),
    (&["利用枠"], "quota exhausted"),
    (&["잔액"], "insufficient balance"),
    (&["크레딧", "부족"], "insufficient credit"),
    (&["크레딧", "소진"], "insufficient credit"),
    (&["결제"], "insufficient balance"),
    (&["コンテキスト"], "maximum context length exceeded"),
    (
        &["トークン数", "超"],
        "prompt tokens exceed the maximum context length",
    ),
    (&["プロンプト", "長すぎ"], "prompt is too long"),
    (&["컨텍스트"], "maximum context length exceeded"),
    (&["프롬프트", "깁니다"], "prompt is too long"),
    (
        &["토큰 수", "초과"],
        "prompt tokens exceed the maximum context length",
    ),
    (&["レート制限"], "rate limit exceeded"),
    (&["リクエスト", "多すぎ"], "too many requests"),
    (&["頻度"], "too many requests"),
    (&["속도 제한"], "rate limit exceeded"),
    (&["요청", "너무 많"], "too many requests"),
    (&["요청 한도"], "rate limit exceeded"),
    (&["過負荷"], "the service is overloaded"),
    (&["混雑"], "the service is overloaded"),
    (&["一時的に利用"], "the service is temporarily unavailable"),
    (&["メンテナンス"], "the service is under maintenance"),
    (&["과부하"], "the service is overloaded"),
    (&["혼잡"], "the service is overloaded"),
    (
        &["일시적으로", "사용할 수 없"],
        "the service is temporarily unavailable",
    ),
    (&["점검"], "the service is under maintenance"),
    (&["タイムアウト"], "the request timed out"),
    (&["시간", "초과"], "the request timed out"),
    (&["タイムオーバー"], "the request timed out"),
    (&["ポリシー"], "content policy violation"),
    (&["不適切"], "content policy violation"),
    (&["有害"], "content policy violation"),
    (&["부적절"], "content policy violation"),
    (&["유해"], "content policy violation"),
    (&["モデル", "存在しない"], "model not found"),
    (&["モデル", "見つか"], "model not found"),
    (&["모델", "찾을 수 없"], "model not found"),
    (&["권한"], "permission denied"),
    (&["権限"], "permission denied"),
    (&["APIキー", "無効"], "invalid api key"),
    (&["API 키", "유효하지"], "invalid api key"),
    (&["大きすぎ"], "the file is too large"),
];

/// Returns a sentence that the library reads, if the text says one of these.
pub(super) fn sentence(text: &str) -> Option<&'static str> {
    let said = SENTENCES
        .iter()
        .find(|(words, _)| words.iter().all(|word| text.contains(word)));
    said.map(|(_, sentence)| *sentence)
}
