//! What people say when something failed: the phrases by which a message is recognized whose sentence no table has.
//!
//! Like the table of what upstreams say, this is not a provider. A phrase is a sequence of groups of words, with a gap of a few
//! words where it has `…`; `crate::message::phrase` says how it is compared. In English and in Chinese. Sources: the responses of
//! public reports and the messages in the source code of gateways, retrieved on 2026-11-26.

crate::provider_errors! {
    provider "phrases" {
        name: "Phrases",
    }

    /// What happened. A row with `?` yields to the status code of an error; of several such rows, the first counts.
    pub enum Phrase {
        | variant    | kind             | phrase |
        | Money      | QuotaExhausted   |
            "(balance|credit|credits|funds|fund|wallet|prepaid balance|user quota|token quota|points|resource pack|resource package|prepaid package|allowance|pkg) … (insufficient|not enough|too low|exhausted|depleted|used up|run out|ran out|empty|negative|below zero|zero|is 0|unavailable|not sufficient|expired|overdrawn|consumed|is low|does not cover|doesn't cover)",
            "(insufficient|inadequate|not enough|low|negative|zero|no remaining|no more|lack of|lacks) … (balance|credit|credits|funds|fund|wallet|points)",
            "(insufficient|not enough|no|zero) (quota|user quota|token quota|account quota|budget|prepaid)",
            "(no|any|enough|sufficient) (credit|credits|funds|fund|balance|quota|budget) (left|remaining|available|yet|to)",
            "(don't have|do not have|doesn't have|does not have|without|have no|has no|haven't|hasn't) (any|enough|sufficient|active|valid) … (credit|credits|funds|balance|quota|budget|payment method|billing|paid plan)",
            "(have no|has no|no) (credit|credits|funds|balance|budget|payment method|quota)",
            "(out of|ran out of|run out of|running out of) … (credit|credits|funds|quota|budget|tokens in your|points|money)",
            "(exceed|exceeded|exceeds|exhausted|reached|hit|over|above|beyond|used up|used all|consumed|surpassed|crossed) … (budget|spending limit|spend limit|spending cap|spend cap|billing limit|billing cap|credit limit|hard limit|cost limit|free tier limit|free quota|free trial|free credits|subscription quota|allowance|current quota|your quota|account quota|trial quota|included usage|available credits|credits)",
            "(budget|spending limit|spend limit|spending cap|spend cap|billing limit|credit limit|hard limit|cost limit|free tier|free quota|free trial|free credits|allowance|trial quota|included usage|account quota|your quota|current quota|usage quota|token plan|coding plan) … (exceed|exceeded|exceeds|exhausted|reached|hit|used up|ended|expired|depleted|ran out|run out|over|crossed|finished|is over)",
            "(over|exceed|exceeded|exceeds) … (budget)",
            "(quota) … (exhausted|used up|depleted|ran out|run out|insufficient|not enough|no longer)",
            "(quota limit) (exceed|reached)",
            "(payment) … (required|failed|declined|overdue|past due|method required|is due|needed|not received|unsuccessful)",
            "(add|set up|no valid|missing|requires|update|enter|attach|link|provide|configure) … (payment method|billing information|billing details|billing info|credit card|billing account|payment details|payment information)",
            "(billing) … (not enabled|not active|inactive|disabled|required|not set up|must be enabled|issue|problem|suspended|not configured|failed|overdue|hard limit)",
            "(enable|requires|require|activate|check your plan and|set up) billing",
            "(please|need to|must|have to|should) (top up|topup|recharge|purchase|buy|pay|subscribe|renew|add credits|add funds|fund your)",
            "(reason|please|required|needs) (top up|topup|recharge|payment)",
            "(top up|recharge|purchase|buy|add more|add) … (your account|your balance|credits|funds|extra usage|more quota|more tokens)",
            "(account|subscription|organization|team|project|workspace) … (in arrears|arrears|overdue|past due|unpaid|spending limit|not paid|outstanding balance|outstanding invoice|delinquent|has no credits|no credits)",
            "(subscription|plan|trial|license|package|membership|resource package) … (expired|ended|cancelled|canceled|lapsed|inactive|not active|has run out|ran out|is over)",
            "(expired|ended|lapsed|inactive) (subscription|plan|trial|license|membership)",
            "(outstanding|unpaid|overdue|past due) … (invoice|bill|balance|payment|debt|invoices|bills)",
            "(extra usage|additional usage|overage|pay as you go) … (required|disabled|not enabled|needed|out of)",
            "(from your extra usage)",
            "(limit) (0) (model)",
            "(余额|点数|积分|算力|账户金额|额度|配额|套餐|资源包|免费额度|代币|费用|预算|信用额) … (不足|不够|用尽|用完|耗尽|已用尽|已用完|已耗尽|为零|为 0|过低|已达上限|超限|到期|过期|已过期|不可用|超出|超过|低于|欠费|没有|无效)",
            "(套餐|订阅|会员|资费包|流量包|服务包|资源包|试用) … (已过期|过期|已到期|到期|已失效|已用完|用完|续订|续费|未订购|未购买)",
            "(未订购|未购买|未开通|请订购|请购买|需购买) … (资费包|套餐|资源包|流量包|会员|余额|点数|积分)",
            "(余额不足|额度不足|配额不足|点数不足|积分不足|欠费|请充值|未充值|充值后|需要充值|请先充值|请续费|续费|购买套餐|账户欠费|已欠费|账户余额|超出预算|费用不足)",
            "(不足|用尽|耗尽|没有|无可用|缺少) … (余额|额度|配额|点数|积分|套餐|资源包)"
        |
        | Window     | QuotaExhausted   |
            "(exceed|exceeded|exceeds|exhausted|reached|hit|over|above|beyond|used up|used all|consumed|surpassed|crossed) … (usage limit|usage limits|quota limits|free allocation|daily allocation|allocation|usage cap|monthly limit|monthly quota|weekly limit|weekly quota|daily limit|daily quota|daily request limit|plan limit|plan limits|subscription quota|monthly usage|weekly usage|daily usage|session limit|hour limit|weekly usage limit|message limit|request allowance)",
            "(usage limit|usage limits|usage cap|monthly limit|monthly quota|weekly limit|weekly quota|daily limit|daily quota|daily request limit|plan limit|plan limits|monthly usage|weekly usage|daily usage|usage quota|token plan|coding plan|session limit|hour limit|message limit) … (exceed|exceeded|exceeds|exhausted|reached|hit|used up|ended|expired|depleted|ran out|run out|over|crossed|finished|is over)",
            "(quota exceeded|quota has been exceeded|quota is exceeded|exceeded quota|quota reached) … (day|daily|month|monthly|week|weekly|plan|billing|account)",
            "(requests|tokens|request|token|images|calls|messages) … (per day|per month|per week|daily|monthly|today|this month)",
            "(too many|limit|exceeded|reached|exhausted|maximum) … (per day|per month|a day|per week|each day|every day|this month|for today|for the day|today)",
            "(daily|monthly|weekly|per day|per month|tpd|rpd|rpm day) … (limit|quota|cap|allowance) … (exceed|exceeded|reached|exhausted|hit)",
            "(tpd|rpd) … (limit|rate limit)",
            "(limit|quota) … (resets|reset|renews|renew|resets at|refreshes) … (tomorrow|midnight|monday|next month|next week|next day|on # )",
            "(try again|come back|retry) (tomorrow|next month|next week)",
            "(超出|超过|达到|已达) … (每日|当日|今日|每天|每月|本月|每周|日|月) … (上限|限额|额度|限制|配额|次数)",
            "(每日|当日|今日|每天|每月|本月|每周) … (上限|用完|限额|超限|用尽|次数已)"
        |
        | Context    | ContextLength    |
            "(prompt|input|context|conversation|messages|tokens) (does not|do not|doesn't|don't|cannot|can't) (fit) … (context|window|model)",
            "(context|prompt|input|inputs|messages|conversation|total tokens|token count|tokens|input tokens|prompt tokens|request tokens|input token count|number of tokens|number of input tokens|max_tokens|completion tokens) … (exceed|exceeded|exceeds|exceeding|longer than|too long|over the limit|greater than|larger than|more than|beyond|surpass|surpasses|above) … (context|context length|context window|context size|context limit|token limit|maximum number of tokens|max tokens|maximum tokens|model's maximum|model maximum|maximum allowed number of input tokens|maximum input|max input|max_model_len|window|model's limit|max sequence length|maximum sequence length|maximum limit|tokens|maximum length|model limit)",
            "(context|context window|context length|context size|context limit|model context|maximum context|max context) … (exceed|exceeded|exceeds|overflow|too long|too large|too small|reached|full|limit reached|insufficient|is too short|surpassed|not enough|has been exceeded)",
            "(maximum context length|max context length|maximum context window|context window of|context length is only|context length is|configured context size|context window is|maximum context size) … (#|is|limit|requested|however|but)",
            "(exceed|exceeded|exceeds|exceeding|longer than|greater than|larger than|over|beyond|fit in|fit within|fit into|outside|surpass) … (context length|context window|context size|context limit|context|token limit of|maximum prompt length|model's maximum length|maximum sequence length|max sequence length|model's context|model_max_length|maximum number of tokens|max_prompt_tokens|input token limit|maximum input tokens|max input tokens|maximum input length)",
            "(prompt|input|conversation|message|messages|text|request|chat history|content|instruction|query|document) … (is too long|are too long|too long|too many tokens|over length|overlong|exceeds the maximum length|length exceeds|is longer than|too many input tokens|contains too many tokens|has too many tokens)",
            "(exceed|exceeded|exceeds|over|above) … (model token limit|model's token limit|token limit for|maximum token limit|token limit of|model limit|context)",
            "(too many) (input tokens|prompt tokens|total text bytes|tokens in the prompt|tokens in prompt|tokens in your|context tokens)",
            "(reduce|shorten|trim|truncate) … (length of|your prompt|the prompt|prompt length|input length|the input|your input|the messages|the context|context length|number of tokens)",
            "(prompt|input|context|sequence|token|tokens) (length|size|count|window) … (exceed|exceeded|exceeds|too large|too long|over|larger than|greater than|above|out of range|must be less|should be less|limited to|invalid)",
            "(prompt|input|context) (tokens) … (exceed|exceeded|exceeds|limit|maximum|over)",
            "(tokens|token) … (requested|in the messages|in your prompt|in the prompt) … (maximum|limit|exceed|but|only)",
            "(max prompt tokens|max context|max input tokens|string above max length|prompt tokens) (exceeded|exceed|length)",
            "(slot context|n_ctx|kv cache|context shift) … (tokens|full|not enough|exceed|exceeded|disabled|#)",
            "(prompt|input) (has|of|is|contains) # (tokens) … (but|context|limit|maximum|exceed|only)",
            "(上下文|输入长度|输入内容|提示词|输入文本|对话长度|对话历史|文本长度|内容长度|消息长度|请求长度|请求内容|内容|文本|消息|输入|tokens|token|字符数|字数|字符) … (过长|太长|超长|超出|超过|超限|长度限制|上限|最大长度|超过最大|大于|越界)",
            "(超出|超过|大于) … (上下文|最大长度|长度限制|窗口|最大输入|token 限制|token 上限|模型长度|最大 token|tokens)"
        |
        | Moderation | ContentFiltered  |
            "(blocked|flagged|judged|rejected|refused|deemed|considered|marked) (as unsafe|unsafe|as sensitive|as inappropriate|as harmful|as risky)",
            "(not|didn't|doesn't) (pass|passed) … (moderation|safety review|safety check|content review)",
            "(flagged|blocked|rejected|refused) (by moderation|by a moderator|for safety)",
            "(content|prompt|input|output|message|image|text|generation|query|video|audio|photo|face|material|data) … (flagged|blocked|rejected|refused|filtered|moderated|censored|inappropriate|sensitive|unsafe|violates|violate|violated|prohibited|disallowed|not allowed|harmful|illegal|nsfw|not safe|offensive|explicit|not pass|risky|unacceptable) … (policy|policies|safety|moderation|guidelines|guideline|filter|filters|guardrail|guardrails|content management|terms|risk|usage|violation|content|standards|guard|responsible ai)",
            "(content|prompt|input|output|response|image|video|text|message) (is|was|were|has been|may be|contains|may contain|might contain|includes|detected|is potentially|is considered|appears to be|deemed|does|has) (flagged|blocked|filtered|moderated|censored|inappropriate|sensitive|unsafe|prohibited|harmful|illegal|nsfw|not safe|offensive|explicit|rejected by|potentially|violating|not pass|forbidden)",
            "(violates|violate|violated|violating|violation of|against|breach of|in breach of|non compliant with|not comply with|doesn't comply with|does not comply with|contrary to) … (policy|policies|content policy|usage policy|guidelines|safety|terms of use|terms of service|community standards|acceptable use|moderation|rules|laws)",
            "(content policy|content management policy|safety policy|usage policy|moderation policy|content filter policy|content safety|acceptable use policy) … (violation|violate|violates|violated|blocked|triggered|restrictions|failed|rejected|not pass)",
            "(content filter|content filtering|content filters|safety filter|safety filters|safety system|safety checker|safety check|moderation|guardrail|guardrails|content moderation|ai guard|safety settings|prompt shield|content guard|content security|risk control) … (blocked|triggered|rejected|flagged|failed|violation|denied|intervened|refused|detected|stopped|did not pass|not pass|prevented|filtered|hit|refusal|error)",
            "(blocked|rejected|flagged|refused|filtered|stopped|denied|intercepted|caught) (by|due to|because of|for|as a result of|under|on) … (safety|moderation|content filter|content policy|content filtering|content_filter|guardrail|guardrails|policy|censorship|risk control|security policy|sensitive|prohibited|inappropriate|content management|safety system|nsfw|recitation|copyright|cybersecurity|violence|sexual|guard|compliance)",
            "(sensitive|inappropriate|prohibited|harmful|unsafe|offensive|illegal|explicit|disallowed|adult|nsfw|violent|copyrighted|objectionable|restricted) (content|words|word|material|information|text|image|images|keywords|topics|prompt|input|output|language|topic|request)",
            "(prompt|content|text|input|message|image|output|video) (is|are|was) (sensitive|unsafe|inappropriate|not appropriate|illegal|harmful|prohibited|blocked|flagged)",
            "(risk not pass|text risk|image risk|pre img risk|post img risk|post text risk|pre text risk|risk check|risk control|data inspection)  … (pass|failed|not pass|reject|rejected|inappropriate|hit|error)",
            "(censorship|moderation|content filter|content policy|safety) (blocked|block|violation|failed|error|flagged|rejected|refusal)",
            "(flagged) (for|as) … (risk|policy|cybersecurity|unsafe|sensitive|violence|sexual|harassment|self harm|hate|violation|cyber|biology|inappropriate)",
            "(copyright|trademark|recitation|likeness|real person|public figure|celebrity|deepfake|minor) … (violation|infringement|protected|restrictions|blocked|not allowed|detected|restricted)",
            "(csam|jailbreak) … (detected|content|attempt|blocked|prompt|material)",
            "(prohibited content|prompt injection|policy violation|hate speech|self harm)",
            "(敏感|违规|违法|不良|不合规|色情|涉政|暴恐|非法|不适当|不当|有害|高风险) … (内容|信息|词|词汇|文本|图片|请求|输入|输出|提示词|拦截|言论)",
            "(内容|输入|输出|提示词|文本|图片|请求|问题|prompt|消息|回复|素材|视频|人脸|生成结果) … (敏感|违规|违法|不合规|审核|风控|安全|不良|涉嫌|不当|违反|被拦截|被屏蔽|被过滤)",
            "(内容审核|安全审核|审核|内容安全|风控|安全检测|合规检测|敏感词|机审) … (不通过|未通过|失败|拦截|拒绝|检测到|命中|违规|没有通过|触发)",
            "(未通过|不通过|触发|命中|没有通过) … (审核|风控|安全|检测|敏感|过滤|合规)",
            "(包含|含有|涉及|检测到|存在) … (敏感|违规|违法|不良|不当|色情|政治|暴力|侵权)"
        |
        | Rate       | RateLimited      |
            "(accounts|keys|account|all) (are|is) (currently|temporarily|all) (limited|rate limited)",
            "(request|requests|calls) … (too much)",
            "(requests|tokens|number of tokens|number of requests|calls|limit) … (within|in) (a given|a certain|a short|the given|the current|this|the last|the past) (time|time frame|time window|time period|window|period|minute|period of time)",
            "(rate limit|rate limits|rate limited|ratelimit|request limit|requests limit|request rate|token rate|tpm|rpm|qps|qpm|rps|concurrency|concurrency limit|concurrent requests|concurrent request|throughput|request quota|tokens per minute|requests per minute|requests per second|parallel requests|burst|api rate|total request limit) … (exceed|exceeded|exceeds|reached|hit|limit|over|too high|exhausted|surpassed|above|limited|full|triggered|too fast)",
            "(exceed|exceeded|exceeds|exceeding|reached|hit|over|above|surpassed|would exceed) … (rate limit|rate limits|ratelimit|request limit|request limits|tokens per minute|requests per minute|requests per second|token rate|request rate|tpm|rpm|qps|concurrency|concurrent|parallel|per minute|per second|per hour|throughput|api limit|call limit|rate)",
            "(too many) (requests|request|concurrent|calls|api calls|parallel|simultaneous|attempts|tokens|connections|messages|queries|tasks|jobs|active|pending|in flight|inflight)",
            "(request|requests|call|calls|tokens) … (per minute|per second|per hour|too frequent|too frequently|too fast|too quickly|throttled|being throttled|rate limited|in a short|too often|too high)",
            "(request|requests|you|being|was|is|were|are|been|error|exception|got|api|user|key|account|client) (throttled|throttling|ratelimited)",
            "(throttled|throttling|ratelimited) (exception|error|by|request|requests|due|limit|please|for)",
            "(is|are|was|were|be|been|being|got|get|temporarily|currently|model|request|requests) (rate limited|rate limiting)",
            "(rate limited) (by|upstream|please|due|until|because)",
            "(rate limit reached|rate limit exceeded|rate limit error|too many requests|slow down|limit burst)",
            "(limit|limited|maximum) … (per minute|per second|per hour|concurrent|concurrency|requests per|tokens per|parallel|in parallel|at a time|at once|simultaneous)",
            "(sending|send|sent|making|made|submitting) … (too many|too fast|too quickly|too frequently|requests too)",
            "(usage limit|limit) (reached) … (try again in|resets in|retry in|reset in) # (seconds|second|minutes|minute|s|m|sec|min)",
            "(quota exceeded|quota has been exceeded|exceeded quota|quota exceed|exceeded the quota|quota limit|exhausted your capacity|resource exhausted|resource has been exhausted)",
            "(频率|请求频率|调用频率|并发|请求数|请求次数|速率|限流|流量|调用次数|qps|tpm|rpm|每分钟|每秒) … (超限|超过|超出|过高|过快|过多|上限|限制|已达|达到|频繁|触发)",
            "(请求|调用|访问|操作|提交|发送|任务) … (过于频繁|太频繁|频繁|过快|太快|过多|太多|超过限制|并发过高)",
            "(超过|超出|达到|触发) … (频率|并发|速率|限流|流控|qps|tpm|rpm|每分钟|请求限制|请求上限|调用上限)",
            "(限流|请稍后重试,并发|频率限制|速率限制)"
        |
        | Storage    | Internal         |
            "(database|redis|sql|mysql|postgres|storage|disk|cache) … (failed|failure|error|unavailable|connection|locked|full)"
        |
        | Capacity   | Unavailable      |
            "(queue|task queue|request queue|pool|buffer) (is|are) (full)",
            "(model|server|servers|service|services|engine|system|provider|upstream|backend|instance|cluster|api|endpoint|deployment|platform|inference|worker|workers|channel|node) … (overload|overloaded|busy|at capacity|at full capacity|unavailable|down|offline|not ready|under maintenance|in maintenance|starting|loading|warming|warming up|overwhelmed|saturated|not responding|unreachable|temporarily|high load|heavy load|high demand|degraded|restarting|not available right now|currently not available|currently unavailable|temporarily unavailable|not reachable|cold|initializing|scaling)",
            "(degraded|unhealthy|saturated) (function|service|deployment|endpoint|model|state|instance|backend|mode)",
            "(is|are|being|been|was|were|server|servers|model|engine|service|system|currently|temporarily|upstream|provider|gateway|channel|cluster|backend|api|error) … (overloaded|overload)",
            "(overloaded|overload) (error|please|try|with|right|exception|at)",
            "(server busy|service busy|system busy|engine busy|busy now|model overloaded|server overloaded|service unavailable|temporarily unavailable|temporarily overloaded|currently overloaded|bad gateway|service temporarily)",
            "(no|not enough|insufficient|lack of|out of|limited|without|zero) … (capacity|available capacity|available accounts|available account|available channel|available channels|available provider|available providers|healthy upstream|healthy deployments|available deployments|deployments available|available upstream|available server|available servers|available instance|available instances|available worker|available workers|available node|available keys|available token|healthy host|available credentials|endpoints available|providers available|workers available|instances available|gpu|compute|resources available|backend)",
            "(no available|no healthy|no active|no usable|no eligible) … (account|accounts|channel|channels|provider|providers|deployment|deployments|upstream|key|keys|node|nodes|credential|credentials|worker|workers|instance|instances|server|servers)",
            "(experiencing|experienced) … (issues|issue|problems|difficulties|outage|degraded)",
            "(capacity) … (exceeded|exhausted|reached|insufficient|constraints|unavailable|limited|full|not available|is full|error|overloaded)",
            "(high demand|heavy load|high load|high traffic|unusually high|experiencing high|under heavy|peak hours|surge in|heavy traffic|increased demand|large number of requests|too busy)",
            "(connection|connect|socket|network|tls|ssl|dns|handshake|tunnel|proxy|websocket) … (refused|reset|failed|failure|error|closed|aborted|lost|broken|interrupted|unreachable|terminated|hang up|hung up|dropped|unexpectedly|rejected|denied|disconnected)",
            "(http|fetch|stream) (reset|aborted|interrupted|disconnected|failed|closed)",
            "(connect|connection|error|failed|errno|code|read|write|request|reason|fetch|socket|because|upstream|network) … (econnrefused|econnreset|enotfound|epipe|ehostunreach|enetunreach|econnaborted|eai again)",
            "(econnrefused|econnreset|enotfound|epipe|ehostunreach|enetunreach|econnaborted|eai again) (#|connect|read|write|error)",
            "(socket hang up|fetch failed|network error|connection error|connection reset|broken pipe|unexpected eof|no such host|premature close|network is unreachable|no route to host|name resolution|getaddrinfo failed|server disconnected|remote end closed|connection refused|dns lookup failed|peer closed connection|connection closed|stream disconnected)",
            "(failed|unable|cannot|could not|couldn't|can't|error) (to connect|connecting|to reach|reaching|connect to|reach|to establish|establishing|to resolve|resolving|to communicate|communicating|contacting|to contact) … (server|upstream|provider|host|backend|service|api|openai|endpoint|model|database|to|with)",
            "(upstream|provider|backend|gateway|origin|proxy) … (unavailable|unreachable|down|disconnect|disconnected|reset|no response|not respond|connect error|prematurely|closed|unhealthy|terminated)",
            "(stream|response|prediction|generation|request|task) … (interrupted|disconnected|ended unexpectedly|closed before|terminated early|closed unexpectedly|cut off|ended prematurely|was interrupted)",
            "(try again later|please retry later) (high|busy|overload)",
            "(gateway|model) (not ready|is loading|currently loading)",
            "(服务器|服务|系统|模型|上游|渠道|引擎|后端|节点|网关|通道|集群|算力|资源|账号池) … (繁忙|过载|负载|不可用|维护|宕机|未就绪|拥挤|拥堵|紧张|暂停|异常|忙|无法连接|连接失败|超载|无响应|压力|负荷|暂时)",
            "(无可用|没有可用|暂无可用|暂无|缺少可用|无空闲) … (渠道|账号|节点|资源|通道|服务|实例|供应商|算力|token|令牌)",
            "(网络|连接|通信) … (错误|异常|失败|中断|不可达|超时|断开|重置|拒绝)",
            "(当前|目前) … (人数过多|负载过高|繁忙|排队|使用人数)",
            "(模型|货源|渠道|账号|节点|上游|分组) … (冷却中|冷却|熔断|无可用|均不可用|全部失败)",
            "(系统繁忙|服务繁忙|服务不可用|负载已|网络错误|网络异常|负载过高|算力不足|资源不足|请求量过大|访问量过大|暂时不可用)"
        |
        | Timeout    | Timeout          |
            "(request|operation|response|generation|it) (took too long|took longer|takes too long)",
            "(request|requests|response|read|write|connect|connection|gateway|upstream|api|operation|call|server|socket|stream|model|provider|headers|body|idle|query|job|task|generation|dial|tcp|network|context|inactivity|error|client|channel|service|first|handshake|upload|download|processing|polling|proxy|session|queue|node|fetch) (timeout)",
            "(timeout) (of #|after|exceeded|error|while|waiting|awaiting|expired|reached|exception|on|connecting|reading|occurred|awaiting)",
            "(connect|connection|read|write|error|code|failed|errno|request|because) … (etimedout|esockettimedout)",
            "(etimedout|esockettimedout) (#|connect|read)",
            "(timed out|time out|time limit exceeded|deadline exceeded|context deadline|request timeout|read timeout|gateway timeout|i o timeout|timeout exceeded|timeout error|took too long|deadline has been exceeded|deadline expired|operation timed out|inactivity timeout|timed out waiting)",
            "(timeout|time|deadline) (exceeded|expired|elapsed|reached)",
            "(took|taking|takes|running) (too long)",
            "(not|no|did not|didn't|failed to) … (respond|response|complete|completed|finish|return|answer) … (in time|within|timely|before the deadline)",
            "(超时|请求超时|响应超时|连接超时|等待超时|处理超时|生成超时)"
        |
        | Credential | Authentication   |
            "(token|cookie|api key|authorization|credential|credentials|access token|authorization header) (is|was|are) (missing|empty|required|blank)",
            "(log in|login|sign in) (again)",
            "(unknown|invalid) (client|client id|client secret)",
            "(登录|登陆|会话|凭证|cookie|refresh_token|access_token) … (失效|已失效|过期|已过期|无效|错误|重新获取|重新登录)",
            "(login|sign in|session|cookie) … (error|failed|expired|invalid|required|is needed)",
            "(reauthentication|re authentication) (is|needed|required)",
            "(api key|apikey|api_key|access token|credential|credentials|bearer token|auth token|authentication token|jwt|client secret|access key|secret key|authorization header|api token|license key|oauth token|subscription key|personal access token|x api key) … (invalid|incorrect|wrong|missing|expired|revoked|not found|unknown|not valid|malformed|required|not provided|does not exist|not recognized|unrecognized|disabled|deactivated|deleted|blocked|rejected|not authorized|cannot be verified|mismatch|does not match|doesn't match|no longer valid|is empty|not exist|bad|failed|not supplied|unset|not set|not present|could not be verified|has been leaked|leaked|compromised|not active|inactive|suspended|unauthorized)",
            "(invalid|incorrect|wrong|missing|expired|revoked|no|bad|unknown|malformed|unrecognized|unable to verify|could not validate|could not verify|inactive|disabled|empty|failed to validate|failed to verify) … (api key|apikey|api_key|access token|bearer token|auth token|authentication token|credential|credentials|authorization header|auth header|signature|authentication|authorization|jwt|oauth token|client secret|access key|secret key|token provided|key provided|auth key|api token|subscription key|authentication credentials)",
            "(invalid|incorrect|wrong|expired|revoked|bad|malformed|leaked|inactive|disabled|fake|unknown) (token|key|credential|secret|signature|session|password|cookie|login)",
            "(token|key|secret|signature|session|password|cookie) (expired|invalid|revoked|mismatch|is invalid|is expired|has expired|is not valid|not found|is wrong|was revoked|is revoked|has been revoked|has been disabled|is disabled|does not exist|is incorrect|verification failed|has been deleted|not valid|is inactive|is not active|has been invalidated|has been deactivated|was not accepted|is unauthorized|has been suspended|is not recognized|is malformed|has been leaked|may have expired)",
            "(key) (is missing|is required|is not set|is empty|missing|not provided|required)",
            "(authentication|authorization|auth|authenticate|login|signature|verify identity|identity verification|credentials) … (failed|failure|error|required|invalid|missing|unsuccessful|not provided|expired|rejected|verification failed|check failed|mismatch|needed|incorrect)",
            "(didn't|did not|must|need to|please|have to|not|failed to) (provide|specify|supply|include|pass|set|send|set up|configure|log in|login|sign in|authenticate|re authenticate|reauthenticate) … (api key|token|credentials|authorization|authentication|key|in|again|account|first)",
            "(is|are|request|user|error|access|key|you|call|api|client|exception|token|http|code|#) (unauthorized|unauthenticated|unauthorised)",
            "(unauthorized|unauthenticated|unauthorised) (request|access|user|error|client|exception|to|for|please|invalid|no|api|key|url|token|missing)",
            "(not authenticated|not logged in|login required|please log in|please login|sign in required|authentication required|re login|not signed in|invalid auth|auth failed|auth error|no auth|authentication fails|access token expired|token expired|invalid token|invalid key)",
            "(鉴权|认证|身份验证|签名|登录|授权|身份|密码) … (失败|错误|过期|未通过|异常|无效|失效)",
            "(令牌|密钥|秘钥|api key|apikey|token|key|凭证|ak|sk|access token|cookie|会话) … (无效|错误|过期|已过期|不存在|缺失|缺少|不正确|失效|已失效|未提供|为空|不能为空|未登录|被禁用|已禁用|被吊销|不合法|不匹配|异常|被删除|已停用|未通过|有误)",
            "(无效|错误|缺少|未提供|不正确|过期|失效|非法|请检查) … (令牌|密钥|秘钥|api key|apikey|token|凭证|认证|鉴权|签名|身份)",
            "(未登录|请登录|请先登录|未授权|未认证|身份验证失败|鉴权失败|认证失败|登录失效|登录已过期|没有提供令牌|验证失败)"
        |
        | Permission | PermissionDenied |
            "(your|the) (access|account|api access) (was|has been|is) (terminated|suspended|banned|disabled|deactivated|revoked)",
            "(permission|permissions|access|privilege|privileges|scope|scopes|entitlement|role) … (denied|required|missing|insufficient|not granted|forbidden|restricted|lacking|not allowed|revoked|refused|not permitted|blocked|disabled)",
            "(missing|insufficient|lack|lacks|without|required|inadequate|not enough) … (permission|permissions|privilege|privileges|scope|scopes|access rights|authorization to|entitlement|access to|role|rights)",
            "(don't have|do not have|doesn't have|does not have|have no|has no|not have|no) … (access|access to|permission|permissions|permission to|authorization to|privileges|the required|entitlement|the right)",
            "(not|isn't|aren't|wasn't) (allowed|permitted|authorized|authorised|entitled|eligible|enabled|granted|whitelisted|allowlisted|approved|supported in your|available in your|available for your|available to your|available on your|included in your) … (to|for|access|use|model|plan|region|country|account|organization|key|feature|api|team|this|by|in)",
            "(account|organization|user|team|project|workspace|tenant|your account|profile) … (disabled|deactivated|suspended|banned|blocked|restricted|terminated|locked|frozen|not verified|unverified|not active|inactive|has been disabled|pending verification|not approved|under review|must be verified)",
            "(disabled|deactivated|suspended|banned|blocked|restricted|terminated|locked) (account|organization|user|team)",
            "(not available|not supported|unavailable|unsupported|not allowed|restricted|blocked|not accessible|not permitted|not served) (in|from|for) (your|this|the) (country|region|territory|location|plan|current plan|subscription|tier|account|organization|subscription plan|jurisdiction|ip)",
            "(country|region|territory|location|geography|jurisdiction) … (not supported|unsupported|not available|restricted|blocked|not allowed|prohibited|not permitted|is not)",
            "(ip|ip address|address|host|domain|origin|referer|referrer) … (not allowed|not authorized|blocked|banned|not whitelisted|not in the whitelist|not allowlisted|restricted|denied|blacklisted|not permitted|forbidden|not in allowlist)",
            "(requires|require|required|need|needs|must have|only available|available only|exclusive|limited|restricted) … (plan|tier|subscription|upgrade|pro plan|paid plan|higher plan|enterprise|premium|verification|verified|approval|access level|membership|paid users|allowlist|waitlist|early access|higher tier|terms)",
            "(model) … (not in your|not available on your|not available in your|not included|not available with|not enabled|requires approval|gated|not accessible|is restricted|not available to|not permitted|no access|access denied|only available)",
            "(upgrade|upgrade your|please upgrade|verify your|complete verification|identity verification|real name) … (plan|account|subscription|tier|organization|identity|verification|required|to continue|to access|needed)",
            "(not allowed|not permitted|not authorized|unauthorized|not entitled|not eligible|not enabled) (to) (access|use|call|perform|make|invoke|create|view|run|do|request|query|generate)",
            "(is|are|request|access|error|action|operation|model|http|code|api|key|exception|#) (forbidden)",
            "(forbidden) (error|for|access|exception|by|to|you|request|model|operation|action|resource|please|api)",
            "(access denied|permission denied|not authorized|no permission|no access|access forbidden|access restricted|operation not allowed|operation not permitted|authorization denied)",
            "(无权|没有权限|无权限|权限不足|未开通|未授权|不允许|禁止|无访问权限|没有访问权限|拒绝访问|未实名|未认证|实名认证|白名单|未获得) … (访问|使用|调用|该|此|模型|服务|权限|操作|账户|账号|接口|请求|ip|认证|开通)",
            "(账号|账户|用户|组织|帐号|ak|应用|ip|地区|区域|国家) … (封禁|被封|禁用|停用|冻结|禁言|受限|不支持|被限制|注销|未实名|不在白名单|异常|被禁止|黑名单|无权|未开通|没有权限)",
            "(套餐|版本|等级|会员|计划|当前key|分组|令牌|可用模型) … (不支持|不可用|无法使用|范围内|不包含|请升级|才能|不在)",
            "(请升级|升级|需要升级|需要高|仅限|仅支持) … (套餐|版本|会员|等级|用户|vip)",
            "(权限不足|没有权限|无权限|无权访问|访问被拒绝|禁止访问|拒绝访问|未开通服务|请先开通|账号已被封禁|用户已被封禁|未实名认证|地区不支持)"
        |
        | Missing    | NotFound         |
            "(model|models|endpoint|deployment|route|resource|task|job|file|url|path|page|engine|assistant|thread|conversation|object|voice|version|api|item|project|organization|batch|vector store|knowledge base|image|session|document|response|prediction|run|function|tool|agent|method) … (not found|does not exist|doesn't exist|not exist|no longer exists|unknown|could not be found|couldn't be found|cannot be found|not exists|was not found|is not found|was removed|has been removed|deprecated|been deprecated|decommissioned|retired|has been retired|not recognized|been shut down|discontinued|was deleted|no longer available|no longer supported|end of life|has been sunset|not deployed|isn't deployed)",
            "(no such|unknown|nonexistent|non existent|unrecognized|cannot find|can't find|could not find|couldn't find|unable to find|failed to find|no matching|not find|invalid) (model|models|endpoint|deployment|route|resource|task|file|url|path|engine|assistant|thread|object|voice|version|project|organization|job|tool)",
            "(no|any) (endpoints found|allowed providers|endpoint found|model found|models found|route found|deployment found|provider found|matching model|task found|file found|record found|data found)",
            "(invalid|incorrect|wrong|unsupported|bad) (model|model name|model id|model identifier|model version|url|endpoint|version|task id)",
            "(model) (is|are) (not supported|unsupported|invalid|not valid|unavailable for)",
            "(page not found|not found|404 page|route not found|no route matched|resource not found|cannot post|cannot get|model not found|endpoint not found|unknown model|unknown endpoint|unknown url|task not exist|file not found|path not found)",
            "(模型|接口|任务|文件|资源|地址|路径|接入点|端点|页面|版本|音色|会话|应用|请求的|渠道|服务) … (不存在|未找到|找不到|无效|已下线|已删除|没有找到|不支持|已失效|不可用该|已废弃|已停用|未部署)",
            "(不存在|未找到|找不到|没有找到|未知|无效) … (模型|接口|任务|文件|资源|接入点|端点|路径|地址|音色|渠道)"
        |
        | Size       | PayloadTooLarge  |
            "(request|payload|body|file|image|upload|audio|video|attachment|document|request body|entity|content|input|pdf|images|base64|files|media|request payload|message|frame) … (too large|too big|larger than|exceeds the maximum size|exceeds the size|exceeds size|exceeds the limit of|size limit|file size|over the size|bigger than|exceeds maximum|exceeds max|size exceeds|maximum allowed size|exceed the maximum allowed size|oversized|max size|exceeds the max)",
            "(file|image|request|body|payload|upload|audio|video|document|pdf) (size) … (exceed|exceeded|exceeds|limit|too large|too big|larger|greater|over|maximum|must be)",
            "(exceed|exceeded|exceeds|over|larger than|above|beyond) … (size limit|maximum size|max size|file size|maximum file size|maximum allowed size|body size|payload size|# mb|# mib|megabytes|maximum request size|max file size|bytes limit|size)",
            "(payload too large|request entity too large|entity too large|request too large|message too big|content too large|body too large|file too large|image too large|content length exceeds)",
            "(请求) (过大|太大|体过大|体太大)",
            "(文件|图片|图像|音频|视频|请求体|附件|上传|大小|体积|素材) … (过大|太大|超过|超出|超限|大小限制|上限|大于)"
        |
        | Conflict   | Conflict         |
            "(already) (exists|exist|in progress|running|being processed|has an active|in use|has active|processing|active|completed|been processed|been submitted|submitted|started|being used|has a)",
            "(has|have|with|another|an) (active|running|in progress|pending|concurrent|ongoing) (response|run|request|operation|task|job|session|update|stream) … (in progress|already|wait|exists|is|for|active|on)",
            "(idempotency key|duplicate request|duplicated request|resource conflict|version conflict|concurrent modification|optimistic lock|conflicting request|conflicts with|conflict with|edit conflict)",
            "(locked|being modified|being updated|modified) (by|concurrently) (another)",
            "(already has active response|already exists|is locked by|resource is locked)",
            "(已存在|正在处理中|重复请求|重复提交|冲突|任务进行中|请勿重复)"
        |
        | Cancelled  | Cancelled        |
            "(request|client|user|caller|operation|batch|task|call|context|run|job|stream) … (cancelled|canceled|aborted by|aborted by user|closed the connection|closed request|disconnected|cancelled by|canceled by|aborted|went away)",
            "(client closed|client disconnected|request cancelled|request canceled|context canceled|context cancelled|operation was aborted|user aborted|the user aborted|aborted by the user|cancelled by user|client gone|client cancelled)",
            "(已取消|用户取消|客户端断开|请求被取消)"
        |
        | Request    | InvalidRequest?  |
            "(invalid|unsupported|unknown|unrecognized|unexpected|malformed|bad|incorrect|illegal|wrong|missing|duplicate|unparsable) … (parameter|parameters|param|params|argument|arguments|request|value|field|fields|format|json|body|input|type|property|syntax|schema|option|role|payload|attribute|message|messages|tool|function|header|data|image|file|method|operation|url format|content type|enum|encoding|base64|request format|user message|image url|prompt)",
            "(parameter|parameters|argument|arguments|field|fields|property|value|body|json|request|input|schema|messages|content|content type|header|format|file type|media type|message|role|tool|tools|function|response_format|option|temperature|max_tokens|top_p|feature|image|file|mime type|data|query|prompt|model parameter) … (invalid|unsupported|not supported|is required|required|missing|must be|must not|should be|cannot be|can't be|not allowed|not valid|incorrect|malformed|unrecognized|unexpected|unknown|expected|out of range|not permitted|is empty|wrong|illegal|does not support|doesn't support|failed to parse|not be empty|may not|could not be parsed|not a valid|is not one of|does not match|invalid type|not match)",
            "(failed|unable|cannot|could not|couldn't|error) (to parse|parsing|to decode|decoding|to deserialize|deserializing|to validate|validating|to process your|to read|reading|to download|downloading|to load|loading|to fetch) … (request|json|body|input|image|file|payload|url|schema|message|audio|video|content|data|parameters|document|media)",
            "(validation) (error|errors|failed|failure|exception)",
            "(bad request|invalid request|invalid argument|invalid parameter|invalid input|invalid json|invalid value|invalid prompt|request validation|unprocessable entity|unsupported media type|method not allowed|schema validation|missing required|required parameter|required field|json parse error|json decode error|unsupported parameter|unsupported value|unsupported model parameter|value error|invalid format|previous response not found|must provide|you must)",
            "(does not|doesn't|do not|don't|not) (support|supports) … (image|images|tools|tool|vision|function|streaming|system|parameter|this|json|audio|video|developer|response_format|temperature|files|input|thinking|reasoning|the|feature|content)",
            "(at least|at most|must|should|expected|cannot|needs to) (have|contain|be|include|provide|specify|start|end|match|one|not|alternate|follow|precede)",
            "(参数|请求体|请求格式|格式|字段|入参|输入|json|请求参数|必填|消息|图片|文件|内容|类型|prompt|比例|尺寸|数据) … (错误|无效|不合法|缺失|缺少|不正确|不能为空|为空|不支持|有误|异常|非法|必须|不符合|解析失败|校验失败|必填|超出范围|不匹配)",
            "(缺少|无效|非法|错误|不支持|不合法|请检查|请上传|需要|必须) … (参数|字段|请求|格式|输入|文件|图片|类型|prompt|至少)"
        |
        | Fault      | Internal?        |
            "(cuda|gpu|kernel) (error|fault|failure)",
            "(internal|unexpected|unknown|unhandled|server|system|backend|fatal) (error|exception|failure|fault|server error|service error|system error)",
            "(server|service|system|backend|provider|we|model|application|api|runtime|engine|inference) … (had an error|encountered an error|encountered an unexpected|encountered an internal|experienced an|internal error|crashed|had a problem|unexpected error|exception|malfunction|error while processing|error occurred|ran into an error|failed unexpectedly|stream error)",
            "(something|an error|an exception|an unexpected error|an unknown error|an internal error) (went wrong|occurred|happened|was encountered|has occurred|while processing|is encountered)",
            "(internal server error|internal error|server error|internal fault|cuda out of memory|out of memory|null pointer|segmentation fault|stack trace|unhandled exception|system error|assertion failed|panic recovered|internal service error)",
            "(内部|系统|服务器|服务|服务端|未知|程序|后端) … (错误|异常|故障|出错|报错|崩溃)",
            "(系统异常|系统错误|内部错误|服务器内部错误|服务异常|未知错误|内部服务错误|服务器错误)"
        |
        | Limit      | RateLimited?     |
            "(limit) (exceeded|reached|hit)",
            "(reached|hit|exceeded) (the limit|its limit|your limit|limit)",
            "(your|api|request) (limit) (reached|exceeded|hit)",
            "(达到|超过|超出) … (上限|限制)"
        |
        | Upstream   | Unavailable?     |
            "(upstream|provider|backend|gateway|origin|proxy|channel) … (error|failed|failure|returned an error|request failed)",
            "(try again later|please try again|please retry|retry later|retry your request|稍后再试|稍后重试|请重试)"
        |
        | Nowhere    | NotFound?        |
            "(model) (is|are) (not available|unavailable)",
            "(not found|does not exist|doesn't exist|not exist|不存在)"
        |
    }

    /// How far a failure reaches.
    pub enum Reach {
        | variant  | kind    | scope    | phrase |
        | Model    | Unknown | Model    |
            "(for|of|on) (model|this model|the model|the requested model)",
            "(this|the|that|requested|selected) (model) (is|has|are|was)",
            "(use|access|call|invoke) (this|the|that) (model)",
            "(model) (is|has been|was|are) … (overload|busy|unavailable|capacity|cooling|not available|rate limit|limited)",
            "(cooling down|model overloaded|per model)",
            "(model) … (cooling down|cooldown)",
            "(该|当前|此) (模型)",
            "(模型) … (负载|繁忙|过载|不可用|限流|访问量)"
        |
        | Account  | Unknown | Account  |
            "(your|the|this|for|per|by|of) (organization|organisation|account|team|project|workspace|user|tenant|subscription|company)",
            "(organization|organisation|account|user|team|tenant) … (limit|rate|suspended|disabled|deactivated|banned|blocked|restricted|quota|verified|concurrency)",
            "(账号|账户|用户|组织|主账号|企业|租户) … (限|封|禁|冻结|频率|并发|欠费|额度)"
        |
        | Provider | Unknown | Provider |
            "(your|this|same) (ip|ip address)",
            "(ip|ip address|address|country|region|territory|location) … (blocked|not supported|unsupported|not allowed|restricted|banned|denied|not available)",
            "(not available|unsupported|not supported|blocked) … (country|region|territory|location|ip address)",
            "(just a moment|attention required|access denied by|verify you are human)",
            "(cloudflare|captcha) … (blocked|challenge|required|security|protection|denied|error|ray id)",
            "(challenge) (page|required|failed)",
            "(ip|地区|区域|国家) … (不支持|限制|封禁|禁止|受限)"
        |
    }
}
