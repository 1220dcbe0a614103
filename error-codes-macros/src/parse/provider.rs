//! The shape of a `provider` block, and what is written in its place by mistake.

use super::{Field, Input, Provider, Wholeness, begins_item, begins_section, braces};
use crate::cell;
use crate::report::Report;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitStr, Result, Token};

const FIELD_HELP: &str = "a field is `name: \"Acme AI\",`";

/// Reads a block as far as it can be read.
pub(super) fn provider(
    stream: ParseStream,
    attributes: TokenStream,
    input: &mut Input,
    report: &mut Report,
) -> Result<()> {
    let keyword: Ident = stream.parse()?;
    let id = id(stream, &keyword, report)?;
    let (content, wholeness) = braces(
        stream,
        "provider \"acme\" { name: \"Acme AI\", … }",
        id.span(),
        report,
    )?;
    let mut fields = Vec::new();
    let mut is_whole = wholeness == Wholeness::Whole;
    input.is_whole &= is_whole;
    let parser = |content: ParseStream| {
        while !content.is_empty() {
            let attributes = super::attributes(content)?;
            if begins_section(content) {
                section_in_provider(content, attributes, input, report)?;
                continue;
            }
            if !attributes.is_empty() {
                report.error_with_help(
                    attributes,
                    "an attribute or doc comment on a field",
                    "a remark begins with `//`",
                );
                continue;
            }
            match field(content, report)? {
                Some(field) => fields.push(field),
                None => is_whole = false,
            }
        }
        Ok(())
    };
    Parser::parse2(parser, content)?;
    input.providers.push(Provider {
        attributes,
        id,
        fields,
        is_whole,
    });
    Ok(())
}

/// An id in quotes. One that is written in another way is a fault that leaves little doubt which id is meant.
fn id(stream: ParseStream, keyword: &Ident, report: &mut Report) -> Result<LitStr> {
    if stream.peek(LitStr) {
        return stream.parse();
    }
    let mut tokens = Vec::new();
    while !stream.is_empty() && !stream.peek(syn::token::Brace) && !begins_item(stream) {
        tokens.push(stream.parse::<TokenTree>()?);
    }
    let Some(first) = tokens.first() else {
        let error = syn::Error::new_spanned(
            keyword,
            "the provider has no id\nhelp: write it as text: `provider \"acme\" { … }`",
        );
        if stream.is_empty() {
            return Err(error);
        }
        report.push(error);
        return Ok(LitStr::new("unnamed", keyword.span()));
    };
    let id = likely_id(&tokens);
    report.error_with_help(
        tokens.iter().cloned().collect::<TokenStream>(),
        format_args!(
            "the provider's id `{}` is not a text",
            cell::written(&tokens)
        ),
        format_args!("write it in quotes: `provider \"{id}\" {{ … }}`"),
    );
    Ok(LitStr::new(&id, first.span()))
}

/// The text among the tokens, or their words.
fn likely_id(tokens: &[TokenTree]) -> String {
    let text = tokens.iter().find_map(|token| {
        let literal: TokenStream = match token {
            TokenTree::Group(group) => group.stream(),
            other => other.to_token_stream(),
        };
        match syn::parse2(literal).ok()? {
            Lit::Str(text) => Some(text.value()),
            Lit::ByteStr(text) => String::from_utf8(text.value()).ok(),
            _ => None,
        }
    });
    let text = text.unwrap_or_else(|| cell::written(tokens));
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let id = words.join("_").to_lowercase();
    if id.starts_with(|c: char| c.is_ascii_lowercase()) {
        id
    } else {
        "acme".to_owned()
    }
}

/// A table stands behind the provider's block and not in it.
fn section_in_provider(
    content: ParseStream,
    attributes: TokenStream,
    input: &mut Input,
    report: &mut Report,
) -> Result<()> {
    let visibility = super::visibility(content)?;
    if !content.peek(Token![enum]) {
        report.error_with_help(
            &visibility,
            format_args!("`{visibility}` begins no field"),
            FIELD_HELP,
        );
        return Ok(());
    }
    let Some(section) = super::section(content, attributes, visibility, report)? else {
        input.is_whole = false;
        return Ok(());
    };
    let name = &section.name;
    report.error_with_help(
        name,
        format_args!("the table of `{name}` stands in the `provider` block"),
        "close the block with `}` before the table",
    );
    input.sections.push(section);
    Ok(())
}

/// A field ends at a comma. One that is missing shows where the next field begins.
fn field(content: ParseStream, report: &mut Report) -> Result<Option<Field>> {
    let Some(name) = field_name(content, report)? else {
        return Ok(None);
    };
    if content.peek(Token![:]) {
        content.parse::<Token![:]>()?;
    } else if begins_field(content) {
        let value = TokenStream::new();
        return Ok(Some(Field { name, value }));
    } else if !content.is_empty() && !ends_field(content) {
        report.push(content.error(format_args!(
            "a `:` is missing after `{name}`\nhelp: a field is `{name}: value,`"
        )));
        while content.peek(Token![=]) || content.peek(Token![>]) {
            content.parse::<TokenTree>()?;
        }
    }
    let value = value(content)?;
    let is_cut = ends_with_colon(&value);
    if content.peek(Token![,]) {
        content.parse::<Token![,]>()?;
    } else if content.peek(Token![;]) {
        let sign = content.parse::<Token![;]>()?;
        report.error_with_help(
            sign,
            format_args!("the field `{name}` ends with a `;`"),
            "end a field with `,`",
        );
    } else if begins_field(content) && !is_cut {
        let next = content.call(|content| content.fork().call(Ident::parse_any))?;
        report.error_with_help(
            &next,
            format_args!("a `,` is missing before `{next}`"),
            format_args!("end the field `{name}` with a comma"),
        );
    }
    Ok(Some(Field { name, value }))
}

/// The name of a field. What is none is passed over up to the next field.
fn field_name(content: ParseStream, report: &mut Report) -> Result<Option<Ident>> {
    if content.peek(Ident::peek_any) {
        return content.call(Ident::parse_any).map(Some);
    }
    let is_quoted = content.peek(LitStr) && (content.peek2(Token![:]) || content.peek2(Token![=]));
    if is_quoted
        && let text = content.fork().parse::<LitStr>()?
        && let Ok(name) = text.parse_with(Ident::parse_any)
    {
        content.parse::<TokenTree>()?;
        report.error_with_help(
            &text,
            format_args!("the field `{name}` has its name in quotes"),
            format_args!("write it without: `{name}: value,`"),
        );
        return Ok(Some(name));
    }
    let first: TokenTree = content.fork().parse()?;
    report.error_with_help(
        &first,
        format_args!("`{first}` begins no field"),
        FIELD_HELP,
    );
    value(content)?;
    if ends_field(content) {
        content.parse::<TokenTree>()?;
    }
    Ok(None)
}

fn begins_field(content: ParseStream) -> bool {
    content.peek(Ident::peek_any) && content.peek2(Token![:]) && !content.peek2(Token![::])
}

fn ends_field(content: ParseStream) -> bool {
    content.peek(Token![,]) || content.peek(Token![;])
}

/// Whether the rest is a remark: that of an address without quotes is, from its `//` on.
fn ends_with_colon(value: &TokenStream) -> bool {
    let last = value.clone().into_iter().last();
    matches!(last, Some(TokenTree::Punct(colon)) if colon.as_char() == ':')
}

fn value(content: ParseStream) -> Result<TokenStream> {
    let mut value = TokenStream::new();
    while !content.is_empty() && !ends_field(content) {
        let is_over = begins_field(content) || begins_section(content) || content.peek(Token![#]);
        if is_over && !value.is_empty() {
            break;
        }
        value.extend([content.parse::<TokenTree>()?]);
    }
    Ok(value)
}
