//! Which provider is at which host.

use error_codes::Provider;
use error_codes::providers::{
    aihubmix, anthropic, assemblyai, aws_bedrock, azure_openai, baidu_qianfan, black_forest_labs,
    cerebras, clova_studio, cohere, dashscope, deepgram, deepinfra, deepseek, elevenlabs, fal,
    fireworks, gemini, groq, huawei_maas, huggingface, ibm_watsonx, iflytek_spark, jina, kling,
    minimax, mistral, modelverse, moonshot, novita, openai, openrouter, perplexity, poe, ppio,
    replicate, runway, sambanova, siliconflow, stability, tencent_hunyuan, together,
    vercel_ai_gateway, vertex_ai, vidu, volcengine_ark, voyage, xai, xiaomi_mimo, zhipu,
};

/// Hosts where one provider's API is and nothing else. A label can begin with `*`, which is any text.
const HOSTS: [(&str, &Provider); 67] = [
    ("aihubmix.com", &aihubmix::PROVIDER),
    ("api.anthropic.com", &anthropic::PROVIDER),
    ("api.assemblyai.com", &assemblyai::PROVIDER),
    ("bedrock-runtime.*.amazonaws.com", &aws_bedrock::PROVIDER),
    ("*.openai.azure.com", &azure_openai::PROVIDER),
    ("qianfan.baidubce.com", &baidu_qianfan::PROVIDER),
    ("api.bfl.ai", &black_forest_labs::PROVIDER),
    ("api.*.bfl.ai", &black_forest_labs::PROVIDER),
    ("api.cerebras.ai", &cerebras::PROVIDER),
    ("clovastudio.*.ntruss.com", &clova_studio::PROVIDER),
    ("api.cohere.ai", &cohere::PROVIDER),
    ("api.cohere.com", &cohere::PROVIDER),
    ("dashscope.aliyuncs.com", &dashscope::PROVIDER),
    ("dashscope-intl.aliyuncs.com", &dashscope::PROVIDER),
    ("api.deepgram.com", &deepgram::PROVIDER),
    ("api.deepinfra.com", &deepinfra::PROVIDER),
    ("api.deepseek.com", &deepseek::PROVIDER),
    ("api.elevenlabs.io", &elevenlabs::PROVIDER),
    ("fal.run", &fal::PROVIDER),
    ("*.fal.run", &fal::PROVIDER),
    ("api.fireworks.ai", &fireworks::PROVIDER),
    ("generativelanguage.googleapis.com", &gemini::PROVIDER),
    ("api.groq.com", &groq::PROVIDER),
    ("api.modelarts-maas.com", &huawei_maas::PROVIDER),
    ("router.huggingface.co", &huggingface::PROVIDER),
    ("*.ml.cloud.ibm.com", &ibm_watsonx::PROVIDER),
    ("spark-api-open.xf-yun.com", &iflytek_spark::PROVIDER),
    ("api.jina.ai", &jina::PROVIDER),
    ("api.klingai.com", &kling::PROVIDER),
    ("api-singapore.klingai.com", &kling::PROVIDER),
    ("api.minimax.chat", &minimax::PROVIDER),
    ("api.minimax.io", &minimax::PROVIDER),
    ("api.minimaxi.com", &minimax::PROVIDER),
    ("api.mistral.ai", &mistral::PROVIDER),
    ("codestral.mistral.ai", &mistral::PROVIDER),
    ("api.modelverse.cn", &modelverse::PROVIDER),
    ("api.moonshot.ai", &moonshot::PROVIDER),
    ("api.moonshot.cn", &moonshot::PROVIDER),
    ("api.novita.ai", &novita::PROVIDER),
    ("api.openai.com", &openai::PROVIDER),
    ("openrouter.ai", &openrouter::PROVIDER),
    ("api.perplexity.ai", &perplexity::PROVIDER),
    ("api.poe.com", &poe::PROVIDER),
    ("api.ppinfra.com", &ppio::PROVIDER),
    ("api.ppio.com", &ppio::PROVIDER),
    ("api.replicate.com", &replicate::PROVIDER),
    ("api.dev.runwayml.com", &runway::PROVIDER),
    ("api.sambanova.ai", &sambanova::PROVIDER),
    ("api.siliconflow.cn", &siliconflow::PROVIDER),
    ("api.siliconflow.com", &siliconflow::PROVIDER),
    ("api.stability.ai", &stability::PROVIDER),
    ("api.hunyuan.cloud.tencent.com", &tencent_hunyuan::PROVIDER),
    ("hunyuan.tencentcloudapi.com", &tencent_hunyuan::PROVIDER),
    ("api.together.ai", &together::PROVIDER),
    ("api.together.xyz", &together::PROVIDER),
    ("ai-gateway.vercel.sh", &vercel_ai_gateway::PROVIDER),
    ("aiplatform.googleapis.com", &vertex_ai::PROVIDER),
    ("*-aiplatform.googleapis.com", &vertex_ai::PROVIDER),
    ("api.vidu.cn", &vidu::PROVIDER),
    ("api.vidu.com", &vidu::PROVIDER),
    ("ark.*.bytepluses.com", &volcengine_ark::PROVIDER),
    ("ark.*.volces.com", &volcengine_ark::PROVIDER),
    ("api.voyageai.com", &voyage::PROVIDER),
    ("api.x.ai", &xai::PROVIDER),
    ("api.xiaomimimo.com", &xiaomi_mimo::PROVIDER),
    ("api.z.ai", &zhipu::PROVIDER),
    ("open.bigmodel.cn", &zhipu::PROVIDER),
];

/// Returns the provider whose API is certainly at a host.
pub(crate) fn provider(host: &str) -> Option<&'static Provider> {
    let found = HOSTS.iter().find(|(pattern, _)| is_at(host, pattern));
    found.map(|(_, provider)| *provider)
}

fn is_at(host: &str, pattern: &str) -> bool {
    let fits = |(label, pattern): (&str, &str)| match pattern.strip_prefix('*') {
        Some(end) => label.ends_with(end),
        None => label == pattern,
    };
    let (labels, patterns) = (host.split('.'), pattern.split('.'));
    labels.clone().count() == patterns.clone().count() && labels.zip(patterns).all(fits)
}
