//! Text without its markup.

/// Text without its markup. A line break in it is one that a reader sees.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub(super) text: String,
    /// The parts that are set as code, in order.
    pub(super) codes: Vec<String>,
    code_start: Option<usize>,
}

impl Text {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds text, with any whitespace as one space.
    pub(super) fn push(&mut self, text: &str) {
        for c in text.chars() {
            if !c.is_whitespace() {
                self.text.push(c);
            } else if !self.text.ends_with(char::is_whitespace) && !self.text.is_empty() {
                self.text.push(' ');
            }
        }
    }

    pub(super) fn break_line(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    pub(super) fn begin_code(&mut self) {
        self.code_start = Some(self.text.len());
    }

    pub(super) fn end_code(&mut self) {
        let start = self.code_start.take();
        let code = start.and_then(|start| self.text.get(start..));
        let code = code.map(str::trim).filter(|code| !code.is_empty());
        self.codes.extend(code.map(str::to_owned));
    }

    pub(super) fn take(&mut self) -> Text {
        let mut text = std::mem::take(self);
        text.text.truncate(text.text.trim_end().len());
        text
    }
}
