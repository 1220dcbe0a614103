//! The ways in which one JSON value can be written.

use serde_json::Value;

/// Pseudo-random choices about how JSON is written.
pub(crate) struct Hand(pub(crate) u64);

impl Hand {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn space(&mut self, out: &mut String) {
        for _ in 0..self.below(3) {
            out.push([' ', '\n', '\t', '\r'][self.below(4)]);
        }
    }

    /// The same value, with its keys, white space and escapes as chance will have them.
    pub(crate) fn write(&mut self, value: &Value, out: &mut String) {
        self.space(out);
        match value {
            Value::Object(object) => {
                let mut keys: Vec<_> = object.iter().collect();
                for at in (1..keys.len()).rev() {
                    keys.swap(at, self.below(at + 1));
                }
                out.push('{');
                for (at, (key, value)) in keys.into_iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    self.space(out);
                    self.write_text(key, out);
                    self.space(out);
                    out.push(':');
                    self.write(value, out);
                }
                out.push('}');
            }
            Value::Array(values) => {
                out.push('[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    self.write(value, out);
                }
                out.push(']');
            }
            Value::String(text) => self.write_text(text, out),
            other => out.push_str(&other.to_string()),
        }
        self.space(out);
    }

    fn write_text(&mut self, text: &str, out: &mut String) {
        let escapes_all = self.below(4) == 0;
        out.push('"');
        for c in text.chars() {
            if escapes_all || self.below(8) == 0 || matches!(c, '"' | '\\' | '\0'..='\x1f') {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let digits = format!("{unit:04x}");
                    out.push_str("\\u");
                    out.push_str(&if self.below(2) == 0 {
                        digits.to_uppercase()
                    } else {
                        digits
                    });
                }
            } else {
                out.push(c);
            }
        }
        out.push('"');
    }
}

/// The same response, with each code that is a number as text.
pub(crate) fn with_codes_as_text(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::Number(number) if key == "code" => *value = number.to_string().into(),
                    _ => with_codes_as_text(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(with_codes_as_text),
        _ => {}
    }
}
