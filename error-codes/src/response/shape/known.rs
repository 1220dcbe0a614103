//! The shapes of known providers, and what they have in common.

use super::{BodyShape, Place};
use crate::render::dialect::Dialect;

/// Shapes of known providers.
impl BodyShape {
    /// `{"error": {"message", "type", "param", "code"}}`: OpenAI's, which most gateways follow.
    pub const OPENAI: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::code("/error/code"),
        Place::message("/error"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"type": "error", "error": {"type", "message"}, "request_id"}`: Anthropic's, with the code in `type`.
    pub const ANTHROPIC: Self = Self::new(&[
        Place::constant("/type", "error"),
        Place::error_type("/error/type"),
        Place::message("/error/message"),
        Place::code("/error/code"),
        Place::request_id("/request_id"),
    ])
    .with_dialect(Dialect::Anthropic);

    /// `{"error": {"code", "message", "status"}}`: Google's, with the HTTP status code as the number `code`, and more telling
    /// codes in `details`.
    pub const GOOGLE: Self = Self::new(&[
        Place::status("/error/code"),
        Place::message("/error/message"),
        Place::code("/error/status"),
        Place::code("/error/details/reason"),
        Place::daily_quota("/error/details/violations/quotaId"),
        Place::code("/error/details/violations/quotaId"),
    ])
    .with_dialect(Dialect::Google);

    /// OpenAI's shape with the request id in `param`, as UCloud ModelVerse sends it.
    pub const MODELVERSE: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::request_id("/error/param"),
        Place::code("/error/code"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"code", "reason", "message", "metadata"}`: that of Go's Kratos framework, as PPIO and Novita send it, with the code
    /// in `reason` and the HTTP status code in `code`.
    pub const KRATOS: Self = Self::new(&[
        Place::status("/code"),
        Place::code("/reason"),
        Place::message("/message"),
        Place::error_type("/type"),
    ]);

    /// `{"code", "message"}` with nothing around it.
    pub const FLAT: Self = Self::new(&[
        Place::code("/code"),
        Place::message("/message"),
        Place::error_type("/type"),
        Place::request_id("/request_id"),
    ]);

    /// OpenAI's shape with the HTTP status code as the number `code`, as vLLM, llama.cpp and Poe send it.
    pub const OPENAI_STATUS: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::status("/error/code"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"error": {"code", "message", "metadata": {"error_type"}}}`: OpenRouter's, with the HTTP status code as the number
    /// `code`, and the response of an upstream in `metadata.raw`.
    pub const OPENROUTER: Self = Self::new(&[
        Place::message("/error/message"),
        Place::status("/error/code"),
        Place::code("/error/metadata/error_type"),
        Place::code("/error/error_type"),
        Place::code("/error_type"),
        Place::code("/response/error_type"),
        Place::code("/choices/error/metadata/error_type"),
        Place::code("/error/availability/code"),
        Place::error_type("/error/type"),
        Place::message("/response/error/message"),
        Place::message("/choices/error/message"),
        Place::status("/choices/error/code"),
        Place::status("/error/http_status"),
        Place::nested("/error/metadata/raw"),
    ]);

    /// OpenAI's shape with the request id beside the error, as SambaNova and Zhipu send it.
    pub const OPENAI_REQUEST_ID: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::code("/error/code"),
        Place::request_id("/request_id"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"error": {"message", "type", "code"}, "generationId"}`: that of Vercel's AI Gateway.
    pub const VERCEL: Self = Self::new(&[
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::code("/error/code"),
        Place::request_id("/generationId"),
    ])
    .with_dialect(Dialect::OpenAi);

    /// `{"error": {"code", "message", "type"}, "id"}`: that of Baidu Qianfan's second version. The first has `error_code`
    /// and `error_msg`.
    pub const BAIDU: Self = Self::new(&[
        Place::code("/error/code"),
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::request_id("/id"),
        Place::code("/error_code"),
        Place::message("/error_msg"),
    ]);

    /// `{"__type", "message"}`: that of Amazon's services, which repeat the code in the header `x-amzn-errortype`.
    pub const AWS: Self = Self::new(&[
        Place::code("/__type"),
        Place::message("/message"),
        Place::message("/Message"),
    ]);

    /// `{"Response": {"Error": {"Code", "Message"}, "RequestId"}}`: Tencent Cloud's.
    pub const TENCENT: Self = Self::new(&[
        Place::code("/Response/Error/Code"),
        Place::message("/Response/Error/Message"),
        Place::request_id("/Response/RequestId"),
    ]);

    /// `{"error_code", "error_msg", "request_id"}`: Huawei Cloud's.
    pub const HUAWEI: Self = Self::new(&[
        Place::code("/error_code"),
        Place::message("/error_msg"),
        Place::request_id("/request_id"),
        Place::error_type("/type"),
        Place::message("/message"),
        Place::message("/detail"),
    ]);

    /// `{"base_resp": {"status_code", "status_msg"}}`: MiniMax's, also inside a success. Its other routes have OpenAI's shape or
    /// Anthropic's.
    pub const MINIMAX: Self = Self::new(&[
        Place::code("/base_resp/status_code"),
        Place::message("/base_resp/status_msg"),
        Place::error_type("/error/type"),
        Place::message("/error/message"),
        Place::request_id("/request_id"),
    ]);

    /// `{"code", "message", "request_id"}`: that of DashScope, whose tasks have it in `output`, whose events in `header`, and whose
    /// compatible routes in `error`.
    pub const DASHSCOPE: Self = Self::new(&[
        Place::code("/code"),
        Place::message("/message"),
        Place::error_type("/type"),
        Place::request_id("/request_id"),
        Place::code("/error/code"),
        Place::message("/error/message"),
        Place::error_type("/error/type"),
        Place::code("/output/code"),
        Place::message("/output/message"),
        Place::code("/output/results/code"),
        Place::message("/output/results/message"),
        Place::code("/header/error_code"),
        Place::message("/header/error_message"),
        Place::request_id("/header/task_id"),
    ]);

    /// `{"code", "message", "request_id"}`: Kling AI's, with the reason of a failed task in `data`.
    pub const KLING: Self = Self::new(&[
        Place::code("/code"),
        Place::message("/message"),
        Place::request_id("/request_id"),
        Place::message("/data/task_status_msg").naming_error(),
    ]);

    /// `{"header": {"code", "message", "sid"}}`: that of the frames of iFlytek Spark's WebSocket; its HTTP routes have `error`,
    /// or nothing around the code.
    pub const IFLYTEK: Self = Self::new(&[
        Place::code("/header/code"),
        Place::message("/header/message"),
        Place::request_id("/header/sid"),
        Place::code("/error/code"),
        Place::message("/error/message"),
        Place::code("/code"),
        Place::message("/message"),
        Place::request_id("/sid"),
    ]);

    /// `{"status": {"code", "message"}}`: that of Naver's CLOVA Studio.
    pub const CLOVA: Self = Self::new(&[
        Place::code("/status/code"),
        Place::message("/status/message"),
    ]);

    /// `{"object": "error", "message", "type", "code"}`: Mistral's, whose workflows have `detail`.
    pub const MISTRAL: Self = Self::new(&[
        Place::constant("/object", "error"),
        Place::message("/message"),
        Place::error_type("/type"),
        Place::code("/code"),
        Place::status("/raw_status_code"),
        Place::message("/detail"),
        Place::request_id("/request_id"),
    ]);

    /// `{"object": "error", "message", "type", "code"}` with the HTTP status code as the number `code`: SGLang's, and that of
    /// old versions of vLLM.
    pub const SGLANG: Self = Self::new(&[
        Place::constant("/object", "error"),
        Place::message("/message"),
        Place::error_type("/type"),
        Place::status("/code"),
    ]);

    /// `{"id", "message"}`: Cohere's.
    pub const COHERE: Self = Self::new(&[Place::request_id("/id"), Place::message("/message")]);

    /// `{"code", "error"}`: xAI's, whose chat completions have OpenAI's shape instead.
    pub const XAI: Self = Self::new(&[Place::code("/code"), Place::message("/error")]);

    /// `{"error"}` with nothing but a sentence: Ollama's, whose compatible routes have OpenAI's shape.
    pub const OLLAMA: Self = Self::new(&[
        Place::message("/error"),
        Place::message("/error/message"),
        Place::error_type("/error/type"),
    ]);

    /// `{"error", "error_type"}`: that of Hugging Face's Text Generation Inference.
    pub const TGI: Self = Self::new(&[Place::message("/error"), Place::error_type("/error_type")]);

    /// `{"title", "detail", "status"}`: that of RFC 9457, as Replicate sends it.
    pub const PROBLEM: Self = Self::new(&[
        Place::message("/detail"),
        Place::status("/status"),
        Place::message("/title"),
        Place::message("/error"),
    ]);

    /// `{"detail"}`: FastAPI's, as Voyage AI sends it.
    pub const DETAIL: Self = Self::new(&[Place::message("/detail"), Place::message("/detail/msg")]);

    /// `{"code", "detail", "request_id"}`: Jina AI's.
    pub const JINA: Self = Self::new(&[
        Place::code("/code"),
        Place::message("/detail"),
        Place::request_id("/request_id"),
    ]);

    /// `{"errors": [{"code", "message"}]}`: that of Cloudflare.
    pub const CLOUDFLARE: Self = Self::new(&[
        Place::code("/errors/0/code"),
        Place::message("/errors/0/message"),
    ]);

    /// `{"errors": [{"code", "message"}], "trace", "status_code"}`: that of IBM watsonx.
    pub const WATSONX: Self = Self::new(&[
        Place::code("/errors/0/code"),
        Place::message("/errors/0/message"),
        Place::request_id("/trace"),
        Place::status("/status_code"),
    ]);

    /// `{"error_code", "message"}`: that of Databricks, with the response of an external model in `external_model_message`.
    pub const DATABRICKS: Self = Self::new(&[
        Place::code("/error_code"),
        Place::message("/message"),
        Place::code("/external_model_message/error_code"),
        Place::code("/external_model_message/error/code"),
        Place::error_type("/external_model_message/error/type"),
        Place::message("/external_model_message/message"),
        Place::message("/external_model_message/error/message"),
        Place::message("/error"),
    ]);

    /// `{"id", "name", "errors": []}`: that of Stability AI, with the code in `name`. Its first version has `message`, and a success
    /// says in `finish_reason` that its image was filtered.
    pub const STABILITY: Self = Self::new(&[
        Place::request_id("/id"),
        Place::code("/name"),
        Place::message("/errors/0"),
        Place::message("/message"),
        Place::code("/finish_reason").naming_error(),
    ]);

    /// `{"detail": {"type", "code", "message", "request_id"}}`: that of ElevenLabs, where `status` is an older name of `code`.
    pub const ELEVENLABS: Self = Self::new(&[
        Place::error_type("/detail/type"),
        Place::code("/detail/code"),
        Place::message("/detail/message"),
        Place::code("/detail/status"),
        Place::request_id("/detail/request_id"),
    ]);

    /// `{"detail": [{"type", "msg"}]}`: that of fal's models. The platform before them sends `detail` and `error_type`.
    pub const FAL: Self = Self::new(&[
        Place::error_type("/detail/0/type"),
        Place::message("/detail/0/msg"),
        Place::error_type("/error_type"),
        Place::message("/detail"),
        Place::message("/error"),
    ]);

    /// `{"err_code", "err_msg", "request_id"}`: that of Deepgram, whose newer routes have `category` and `message`.
    pub const DEEPGRAM: Self = Self::new(&[
        Place::code("/err_code"),
        Place::message("/err_msg"),
        Place::request_id("/request_id"),
        Place::code("/category"),
        Place::message("/message"),
    ]);

    /// `{"error_code", "error", "session_id"}`: that of AssemblyAI, which has `message` or `detail` in other places.
    pub const ASSEMBLYAI: Self = Self::new(&[
        Place::code("/error_code"),
        Place::message("/error"),
        Place::message("/message"),
        Place::message("/detail"),
        Place::request_id("/session_id"),
    ]);

    /// `{"id", "status", "details"}`: that of a task of Black Forest Labs, with the code in `status`.
    pub const BLACK_FOREST_LABS: Self = Self::new(&[
        Place::request_id("/id"),
        Place::code("/status"),
        Place::message("/details/Moderation Reasons"),
        Place::message("/detail"),
    ]);

    /// `{"failureCode", "failure"}`: that of a task of Runway.
    pub const RUNWAY: Self = Self::new(&[
        Place::code("/failureCode").naming_error(),
        Place::message("/failure").naming_error(),
        Place::message("/error"),
    ]);

    /// `{"code", "reason", "message", "metadata": {"trace_id"}}`: that of Vidu, whose tasks have `err_code`.
    pub const VIDU: Self = Self::new(&[
        Place::status("/code"),
        Place::code("/reason"),
        Place::message("/message"),
        Place::code("/err_code"),
        Place::request_id("/metadata/trace_id"),
    ]);
}

/// Every place at which some provider was seen to put a field, the more telling ones first.
pub(super) static ANY: [Place; 110] = [
    Place::code("/error/code"),
    Place::code("/error/status"),
    Place::code("/reason"),
    Place::code("/code"),
    Place::code("/*/error/code"),
    Place::code("/last_error/code").naming_error(),
    Place::code("/response/status_details/error/code"),
    Place::code("/response/body/error/code"),
    Place::code("/errors/code"),
    Place::code("/errors/data/code"),
    Place::code("/error/details/reason"),
    Place::code("/error/details/error_code"),
    Place::daily_quota("/error/details/violations/quotaId"),
    Place::code("/error/details/violations/quotaId"),
    Place::code("/error/error_code"),
    Place::code("/error/err_code"),
    Place::code("/error_code"),
    Place::code("/err_code"),
    Place::code("/errcode"),
    Place::code("/errorCode"),
    Place::code("/detail/status"),
    Place::code("/detail/code"),
    Place::code("/header/code"),
    Place::code("/status/code"),
    Place::code("/base_resp/status_code"),
    Place::code("/Response/Error/Code"),
    Place::code("/promptFeedback/blockReason").naming_error(),
    Place::code("/failureCode").naming_error(),
    Place::code("/failure_code").naming_error(),
    Place::code("/output/code"),
    Place::code("/retCode"),
    Place::code("/RetCode"),
    Place::code("/ret"),
    Place::code("/Code"),
    Place::name("/error"),
    Place::error_type("/error/type"),
    Place::error_type("/error/error_type"),
    Place::error_type("/*/error/type"),
    Place::error_type("/result/error/error/type"),
    Place::error_type("/type"),
    Place::error_type("/error_type"),
    Place::error_type("/errors/type"),
    Place::error_type("/detail/type"),
    Place::error_type("/__type"),
    Place::message("/error/message"),
    Place::message("/*/error/message"),
    Place::message("/last_error/message").naming_error(),
    Place::message("/response/status_details/error/message"),
    Place::message("/response/body/error/message"),
    Place::message("/result/error/error/message"),
    Place::message("/message"),
    Place::message("/msg"),
    Place::message("/errmsg"),
    Place::message("/err_msg"),
    Place::message("/error_msg"),
    Place::message("/errorMessage"),
    Place::message("/error_description"),
    Place::message("/error_message"),
    Place::message("/errors/message"),
    Place::message("/errors/msg"),
    Place::message("/errors/data/message"),
    Place::message("/detail/message"),
    Place::message("/detail/msg"),
    Place::message("/header/message"),
    Place::message("/base_resp/status_msg"),
    Place::message("/status/message"),
    Place::message("/status_message"),
    Place::message("/Response/Error/Message"),
    Place::message("/Message"),
    Place::message("/message/message"),
    Place::message("/message/detail/msg"),
    Place::message("/error/message/detail/msg"),
    Place::message("/error/msg"),
    Place::message("/error/error"),
    Place::message("/error/detail"),
    Place::message("/*/message"),
    Place::message("/*/error/detail"),
    Place::message("/err"),
    Place::message("/error"),
    Place::message("/detail"),
    Place::message("/errors"),
    Place::message("/failure").naming_error(),
    Place::message("/output/error_message"),
    Place::message("/output/message"),
    Place::message("/description"),
    Place::message("/title"),
    Place::nested("/error/metadata/raw"),
    Place::nested("/metadata/raw"),
    Place::request_id("/request_id"),
    Place::request_id("/requestId"),
    Place::request_id("/RequestId"),
    Place::request_id("/Response/RequestId"),
    Place::request_id("/error/request_id"),
    Place::request_id("/header/sid"),
    Place::request_id("/sid"),
    Place::request_id("/traceId"),
    Place::request_id("/trace_id"),
    Place::request_id("/log_id"),
    Place::request_id("/ray_id"),
    Place::request_id("/id"),
    Place::outcome("/success"),
    Place::outcome("/status"),
    Place::status("/status"),
    Place::status("/statusCode"),
    Place::status("/status_code"),
    Place::status("/error/status"),
    Place::status("/error/http_status"),
    Place::status("/error/http_status_code"),
    Place::status("/error/http_code"),
    Place::status("/error/statusCode"),
];

/// The places of the shapes above that are not among these.
pub(super) static OTHERS: [&str; 29] = [
    "/category",
    "/choices/error/code",
    "/choices/error/message",
    "/choices/error/metadata/error_type",
    "/data/task_status_msg",
    "/detail/request_id",
    "/details/Moderation Reasons",
    "/error/availability/code",
    "/error/metadata/error_type",
    "/error/param",
    "/external_model_message/error/code",
    "/external_model_message/error/message",
    "/external_model_message/error/type",
    "/external_model_message/error_code",
    "/external_model_message/message",
    "/finish_reason",
    "/generationId",
    "/header/error_code",
    "/header/error_message",
    "/header/task_id",
    "/metadata/trace_id",
    "/name",
    "/output/results/code",
    "/output/results/message",
    "/raw_status_code",
    "/response/error/message",
    "/response/error_type",
    "/session_id",
    "/trace",
];
