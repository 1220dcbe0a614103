//! The built-in providers, each a module with its tables.

use crate::error::UnknownProvider;
use crate::table::{Provider, ProviderSet};
use std::sync::LazyLock;

/// Declares the module of each provider and the list of them all. The id of a provider is the name of its module and of its
/// feature.
macro_rules! providers {
    ($(#[$feature:meta] $id:ident,)*) => {
        $(#[$feature] pub mod $id;)*

        /// Every built-in provider whose feature is enabled, in alphabetical order.
        pub static ALL: &[&Provider] = &[$(#[$feature] &$id::PROVIDER),*];

        /// The ids of all providers, whether their features are enabled or not.
        const IDS: &[&str] = &[$(stringify!($id)),*];

        #[cfg(test)]
        const MODULES: &[&str] = &[$(#[$feature] stringify!($id)),*];
    };
}

providers! {
    #[cfg(feature = "aihubmix")] aihubmix,
    #[cfg(feature = "anthropic")] anthropic,
    #[cfg(feature = "assemblyai")] assemblyai,
    #[cfg(feature = "aws_bedrock")] aws_bedrock,
    #[cfg(feature = "azure_openai")] azure_openai,
    #[cfg(feature = "baidu_qianfan")] baidu_qianfan,
    #[cfg(feature = "black_forest_labs")] black_forest_labs,
    #[cfg(feature = "cerebras")] cerebras,
    #[cfg(feature = "chatgpt_codex")] chatgpt_codex,
    #[cfg(feature = "claude_subscription")] claude_subscription,
    #[cfg(feature = "cloudflare_workers_ai")] cloudflare_workers_ai,
    #[cfg(feature = "clova_studio")] clova_studio,
    #[cfg(feature = "cohere")] cohere,
    #[cfg(feature = "dashscope")] dashscope,
    #[cfg(feature = "databricks")] databricks,
    #[cfg(feature = "deepgram")] deepgram,
    #[cfg(feature = "deepinfra")] deepinfra,
    #[cfg(feature = "deepseek")] deepseek,
    #[cfg(feature = "elevenlabs")] elevenlabs,
    #[cfg(feature = "fal")] fal,
    #[cfg(feature = "fireworks")] fireworks,
    #[cfg(feature = "gemini")] gemini,
    #[cfg(feature = "groq")] groq,
    #[cfg(feature = "huawei_maas")] huawei_maas,
    #[cfg(feature = "huggingface")] huggingface,
    #[cfg(feature = "ibm_watsonx")] ibm_watsonx,
    #[cfg(feature = "iflytek_spark")] iflytek_spark,
    #[cfg(feature = "jimeng")] jimeng,
    #[cfg(feature = "jina")] jina,
    #[cfg(feature = "kling")] kling,
    #[cfg(feature = "litellm_proxy")] litellm_proxy,
    #[cfg(feature = "llama_cpp")] llama_cpp,
    #[cfg(feature = "minimax")] minimax,
    #[cfg(feature = "mistral")] mistral,
    #[cfg(feature = "modelverse")] modelverse,
    #[cfg(feature = "moonshot")] moonshot,
    #[cfg(feature = "new_api")] new_api,
    #[cfg(feature = "novita")] novita,
    #[cfg(feature = "ollama")] ollama,
    #[cfg(feature = "one_api")] one_api,
    #[cfg(feature = "openai")] openai,
    #[cfg(feature = "openrouter")] openrouter,
    #[cfg(feature = "perplexity")] perplexity,
    #[cfg(feature = "poe")] poe,
    #[cfg(feature = "ppio")] ppio,
    #[cfg(feature = "replicate")] replicate,
    #[cfg(feature = "runway")] runway,
    #[cfg(feature = "sambanova")] sambanova,
    #[cfg(feature = "sglang")] sglang,
    #[cfg(feature = "siliconflow")] siliconflow,
    #[cfg(feature = "skyengine")] skyengine,
    #[cfg(feature = "stability")] stability,
    #[cfg(feature = "tencent_hunyuan")] tencent_hunyuan,
    #[cfg(feature = "together")] together,
    #[cfg(feature = "tokendog")] tokendog,
    #[cfg(feature = "vercel_ai_gateway")] vercel_ai_gateway,
    #[cfg(feature = "vertex_ai")] vertex_ai,
    #[cfg(feature = "vidu")] vidu,
    #[cfg(feature = "vllm")] vllm,
    #[cfg(feature = "volcengine_ark")] volcengine_ark,
    #[cfg(feature = "voyage")] voyage,
    #[cfg(feature = "xai")] xai,
    #[cfg(feature = "xiaomi_mimo")] xiaomi_mimo,
    #[cfg(feature = "zhipu")] zhipu,
}

/// Returns the set of every built-in provider. A program that never reads a response of an unknown provider does not refer to
/// it, nor to the tables that it does not use otherwise.
pub(crate) fn built_in() -> &'static ProviderSet {
    static SET: LazyLock<ProviderSet> = LazyLock::new(|| {
        let all: ProviderSet = ALL.iter().copied().collect();
        all.open()
    });
    &SET
}

/// Returns the built-in provider with this id.
///
/// # Errors
///
/// An id that no built-in provider has, or one whose feature is not enabled. The error says which, and suggests similar ids.
///
/// ```
/// assert_eq!(error_codes::provider("ppio").map(|ppio| ppio.name()), Ok("PPIO"));
///
/// let error = error_codes::provider("pipo").unwrap_err();
/// assert_eq!(error.suggestions().collect::<Vec<_>>(), ["ppio"]);
/// ```
pub fn provider(id: &str) -> Result<&'static Provider, UnknownProvider> {
    let found = ALL.iter().find(|provider| provider.id() == id);
    found.copied().ok_or_else(|| {
        if IDS.contains(&id) {
            UnknownProvider::disabled(id)
        } else {
            UnknownProvider::new(id, ALL.iter().map(|provider| provider.id()))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{ALL, IDS, MODULES};
    use crate::error::UnknownProvider;

    #[test]
    fn the_id_of_a_provider_is_the_name_of_its_module() {
        let ids: Vec<&str> = ALL.iter().map(|provider| provider.id()).collect();
        assert_eq!(ids, MODULES);
        assert!(IDS.is_sorted());
    }

    #[test]
    fn a_provider_without_its_feature_is_not_called_unknown() {
        let error = UnknownProvider::disabled("groq");
        assert_eq!(
            error.to_string(),
            "the provider `groq` needs the feature `groq` of `error-codes`"
        );
    }
}
