//! Words that people write for a word of the vocabulary, or for the name of a column.
//!
//! Nothing here decides which words exist: rustc judges those. Only what is certainly none of them, and what it stands for,
//! is known here. A test of the workspace holds the lists against the enums.

/// The words of one vocabulary, with those that are confused with them.
pub(crate) struct Vocabulary {
    /// What a word of it is called.
    pub(crate) noun: &'static str,
    pub(crate) words: &'static [&'static str],
    /// What is written for each word instead, in lower case and without separators.
    confused: &'static [(&'static str, &'static str)],
}

impl Vocabulary {
    /// Returns the word that a text means, be it the word in another case or another word for the same.
    pub(crate) fn meant_by(&self, text: &str) -> Option<&'static str> {
        let text = plain(text);
        let mut words = self.words.iter().copied();
        words
            .find(|word| plain(word) == text)
            .or_else(|| meant(self.confused, &text))
    }

    /// Returns whether a word is certainly not one of the vocabulary, and which is meant instead.
    pub(crate) fn corrected(&self, word: &str) -> Option<&'static str> {
        if self.words.contains(&word) {
            return None;
        }
        self.meant_by(word)
    }
}

/// Returns the name of the column that a heading means, as far as that is certain.
pub(crate) fn column(heading: &str) -> Option<&'static str> {
    let heading = plain(heading);
    let mut columns = COLUMNS.iter().map(|(column, _)| *column);
    columns
        .find(|column| *column == heading)
        .or_else(|| meant(COLUMNS, &heading))
}

fn meant(words: &[(&'static str, &'static str)], text: &str) -> Option<&'static str> {
    let mut words = words.iter();
    let (word, _) = words.find(|(_, others)| others.split(' ').any(|other| other == text))?;
    Some(*word)
}

/// Returns a text in lower case, without what separates or marks its words.
fn plain(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

pub(crate) const KINDS: Vocabulary = Vocabulary {
    noun: "kind",
    words: &[
        "InvalidRequest",
        "PayloadTooLarge",
        "ContentFiltered",
        "Cancelled",
        "Conflict",
        "ContextLength",
        "NotFound",
        "Authentication",
        "PermissionDenied",
        "RateLimited",
        "QuotaExhausted",
        "Timeout",
        "Unavailable",
        "Internal",
        "Unknown",
    ],
    confused: &[
        (
            "InvalidRequest",
            "badrequest invalidargument invalidarguments invalidparameter invalidparameters invalidparams \
             invalidinput badinput invalid validation validationerror unprocessableentity unprocessable \
             unprocessablecontent methodnotallowed invalidrequesterror clienterror parametererror",
        ),
        (
            "PayloadTooLarge",
            "requesttoolarge contenttoolarge entitytoolarge requestentitytoolarge filetoolarge toolarge",
        ),
        (
            "ContentFiltered",
            "contentfilter contentpolicy contentpolicyviolation contentmoderation contentblocked moderation \
             moderated safety sensitivecontent blocked filtered unavailableforlegalreasons",
        ),
        (
            "Cancelled",
            "canceled aborted clientclosedrequest requestcancelled requestcanceled",
        ),
        ("Conflict", "alreadyexists duplicate conflicterror"),
        (
            "ContextLength",
            "contextlengthexceeded contextwindow contextwindowexceeded contextexceeded contexttoolong \
             prompttoolong inputtoolong",
        ),
        (
            "NotFound",
            "modelnotfound notfounderror missing gone doesnotexist",
        ),
        (
            "Authentication",
            "unauthorized unauthorised unauthenticated auth autherror authenticationerror authenticationfailed \
             invalidapikey invalidkey invalidtoken authorization",
        ),
        (
            "PermissionDenied",
            "forbidden permission permissionerror permissiondeniederror accessdenied denied notallowed suspended",
        ),
        (
            "RateLimited",
            "toomanyrequests ratelimit ratelimits ratelimiting ratelimiterror ratelimitexceeded throttled \
             throttling throttle",
        ),
        (
            "QuotaExhausted",
            "quota quotaexceeded exceededquota insufficientquota insufficientbalance insufficientfunds \
             insufficientcredits paymentrequired billing billingerror outofcredit outofcredits",
        ),
        (
            "Timeout",
            "timedout timeouterror gatewaytimeout requesttimeout deadlineexceeded",
        ),
        (
            "Unavailable",
            "serviceunavailable overloaded overload overloadederror badgateway upstreamerror busy serverbusy \
             capacity maintenance",
        ),
        (
            "Internal",
            "servererror internalerror internalservererror internalserver apierror systemerror",
        ),
        (
            "Unknown",
            "unknownerror default other others none null na misc unspecified undefined",
        ),
    ],
};

pub(crate) const HINTS: Vocabulary = Vocabulary {
    noun: "retry hint",
    words: &["Never", "Backoff", "AfterReset", "Unspecified"],
    confused: &[
        (
            "Never",
            "no n none false 0 noretry donotretry dontretry notretryable nonretryable permanent ✗",
        ),
        (
            "Backoff",
            "yes y true 1 retry retryable always exponential exponentialbackoff backoffandretry transient \
             immediate immediately now",
        ),
        (
            "AfterReset",
            "retryafter afterretryafter afterdelay afterwait reset wait waitforreset",
        ),
        (
            "Unspecified",
            "unknown maybe default depends sometimes auto",
        ),
    ],
};

pub(crate) const SCOPES: Vocabulary = Vocabulary {
    noun: "scope",
    words: &["Request", "Model", "Key", "Account", "Provider"],
    confused: &[
        ("Request", "call prompt input requests none local"),
        ("Model", "models deployment engine"),
        ("Key", "keys apikey token credential credentials"),
        (
            "Account",
            "accounts org organization organisation user tenant project workspace team customer",
        ),
        (
            "Provider",
            "global all everything everyone service server system platform upstream api default",
        ),
    ],
};

pub(crate) const SHAPES: Vocabulary = Vocabulary {
    noun: "shape",
    words: &[
        "OPENAI",
        "ANTHROPIC",
        "GOOGLE",
        "MODELVERSE",
        "KRATOS",
        "FLAT",
        "OPENAI_STATUS",
        "OPENROUTER",
        "OPENAI_REQUEST_ID",
        "VERCEL",
        "BAIDU",
        "AWS",
        "TENCENT",
        "HUAWEI",
        "MINIMAX",
        "DASHSCOPE",
        "KLING",
        "IFLYTEK",
        "CLOVA",
        "MISTRAL",
        "SGLANG",
        "COHERE",
        "XAI",
        "OLLAMA",
        "TGI",
        "PROBLEM",
        "DETAIL",
        "JINA",
        "CLOUDFLARE",
        "WATSONX",
        "DATABRICKS",
        "STABILITY",
        "ELEVENLABS",
        "FAL",
        "DEEPGRAM",
        "ASSEMBLYAI",
        "BLACK_FOREST_LABS",
        "RUNWAY",
        "VIDU",
    ],
    confused: &[
        ("OPENAI", "openaicompatible openailike gpt chatgpt"),
        ("ANTHROPIC", "claude anthropiccompatible"),
        ("GOOGLE", "gemini vertex googleai googlerpc"),
        ("FLAT", "plain simple"),
    ],
};

const COLUMNS: &[(&str, &str)] = &[
    (
        "status",
        "http httpstatus statuscode httpcode httpstatuscode httperror httperrorcode responsestatus \
             responsecode 状态 状态码 http状态 http状态码 响应状态码 http返回码",
    ),
    ("type", "errortype category errorcategory 类型 错误类型"),
    (
        "code",
        "errorcode errcode errno error id 错误码 错误代码 代码 编码 业务码 业务错误码 返回码",
    ),
    ("variant", "rustname enumvariant identifier 变体"),
    ("kind", "errorkind kinds 分类"),
    (
        "retry",
        "retries retryable retryhint isretryable canretry shouldretry 重试 可重试 是否重试 是否可重试",
    ),
    ("scope", "scopes reach 范围"),
    (
        "message",
        "messages msg errormessage errormsg errmsg text reason detail details response 信息 消息 错误信息 错误消息 报错信息 \
             返回信息 错误提示 提示信息",
    ),
    (
        "summary",
        "summaries description descriptions desc meaning explanation cause note notes comment comments remark \
             remarks solution resolution action 说明 描述 含义 原因 备注 错误说明 错误描述 错误原因 解决方案 解决方法 处理建议",
    ),
];
