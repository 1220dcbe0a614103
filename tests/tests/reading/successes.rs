//! What is not an error, although it has a place for one.

use crate::{Results, reader};
use error_codes::{HeaderMap, StatusCode};

const SUCCESSES: [&str; 40] = [
    // Nothing in the place of an error.
    r#"{"error":0,"data":{}}"#,
    r#"{"error":"0","data":{}}"#,
    r#"{"error":null,"choices":[]}"#,
    r#"{"error":false,"result":"x"}"#,
    r#"{"error":"","result":"x"}"#,
    r#"{"error":"none","result":"x"}"#,
    r#"{"error":"None"}"#,
    r#"{"error":{},"data":1}"#,
    r#"{"error":[],"data":1}"#,
    r#"{"errors":0,"data":{}}"#,
    r#"{"errors":[],"success":true,"result":{}}"#,
    r#"{"errors":null,"data":{}}"#,
    r#"{"error_code":0,"result":"x"}"#,
    r#"{"error_code":0,"error_msg":"success"}"#,
    r#"{"error_code":"0","error_msg":""}"#,
    r#"{"error":{"code":0,"message":"success"}}"#,
    r#"{"err_code":0,"err_msg":"ok"}"#,
    r#"{"errcode":0,"errmsg":"ok"}"#,
    r#"{"ret":"0","errmsg":"success","data":{}}"#,
    r#"{"ret":0,"errmsg":"","data":{}}"#,
    r#"{"header":{"code":0,"message":"Success","sid":"cht1","status":2},"payload":{}}"#,
    r#"{"base_resp":{"status_code":0,"status_msg":"success"},"choices":[]}"#,
    // The codes of a success.
    r#"{"code":20000,"message":"Ok","data":[]}"#,
    r#"{"code":10000,"message":"Success","data":{}}"#,
    r#"{"code":200,"message":"success","data":{}}"#,
    r#"{"code":"200","msg":"操作成功"}"#,
    r#"{"code":"00000","msg":"一切ok","data":{}}"#,
    r#"{"code":0,"msg":"ok"}"#,
    r#"{"code":"ok","message":"done"}"#,
    r#"{"success":true,"message":"saved","data":{}}"#,
    // Ordinary objects.
    r#"{"name":"gpt-5","description":"A model for long documents"}"#,
    r#"{"name":"errors","description":"Lists errors","parameters":{"type":"object"}}"#,
    r#"{"id":"1","title":"Rate limits explained"}"#,
    r#"{"id":"p1","status":"succeeded","error":null,"output":["x"]}"#,
    r#"{"output":{"task_id":"1","task_status":"SUCCEEDED"},"request_id":"7"}"#,
    r#"{"id":"1","status":"RUNNING","failure":null,"failureCode":null}"#,
    r#"{"candidates":[{"content":{}}],"promptFeedback":{"safetyRatings":[]}}"#,
    r#"{"choices":[{"message":{"content":"{\"error\":{\"code\":\"rate_limit_exceeded\"}}"}}]}"#,
    r#"{"type":"message","content":[{"type":"text","text":"error"}],"stop_reason":"end_turn"}"#,
    r#"{"Response":{"RequestId":"7","Choices":[]}}"#,
];

#[test]
fn a_success_is_no_error() {
    let mut results = Results::default();
    let headers = HeaderMap::new();
    for body in SUCCESSES {
        let error = reader().error_in(StatusCode::OK, &headers, body);
        results.expect(body, error.map(|error| error.kind()), None);
        let event = reader().error_in_event(body);
        results.expect(body, event.map(|error| error.kind()), None);
    }
    results.assert_all();
}
