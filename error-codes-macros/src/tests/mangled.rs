//! Tables mangled at random: tokens or faults, and never a panic.

use super::{messages, pipeline};
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use proptest::prelude::*;

const WHOLE: &str = r#"
    #[doc = "Acme."]
    provider "acme" { name: "Acme", docs: "https://acme.example", retrieved: "2026-11-21", body: self::SHAPE, base: super::other::PROVIDER }

    #[doc = "One."]
    pub enum One {
        | status | type | code | variant | kind | retry | scope | message | summary |
        |---|---|---|---|---|---|---|---|---|
        | 429 | rate | 2007, "2008" | PerMinute | Rain? | Later | Roof | "limit of {n}" | "too fast" |
        | 5xx | - | - | Storm | Rain | - | - | - | - |
        | - | - | -12 | Minus | Rain | - | - | r"a {b} c" | - |
    }
    pub(crate) enum Two { | code | kind | | r#type | Rain | | "a:b", c | Snow | }
"#;

/// A change to the tokens of one level.
#[derive(Clone, Debug)]
enum Change {
    Drop,
    Double,
    Swap,
    Replace(TokenTree),
    Insert(TokenTree),
    Empty,
}

fn token() -> impl Strategy<Value = TokenTree> {
    let text = prop_oneof![
        prop::sample::select(vec![
            "a",
            "_",
            "type",
            "r#fn",
            "Self",
            "kind",
            "code",
            "variant",
            "5xx",
            "200",
            "0",
            "1.5",
            "07",
            "\"\"",
            "\" \"",
            "\"{\"",
            "\"}{a}{a}\"",
            "\"①\"",
            "'a'",
            "b\"x\"",
            "c\"x\"",
            "1u8",
            "\"s\"suffix",
            "r\"{{}}\"",
            "b'a'",
            "99999999999999999999",
            "provider",
            "enum",
            "pub",
            "crate",
            "true",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}".prop_map(|text| format!("{text:?}")),
    ];
    let word = text.prop_filter_map("no token", |text| {
        text.parse::<TokenStream>().ok()?.into_iter().next()
    });
    let punct = prop::sample::select(vec!['|', '-', ',', ':', '?', '#', '!', ';', '=', '.'])
        .prop_map(|punct| TokenTree::Punct(Punct::new(punct, Spacing::Alone)));
    let group = prop::sample::select(vec![
        Delimiter::None,
        Delimiter::Brace,
        Delimiter::Bracket,
        Delimiter::Parenthesis,
    ])
    .prop_map(|delimiter| TokenTree::Group(Group::new(delimiter, "a | 5 |".parse().unwrap())));
    prop_oneof![3 => word, 3 => punct, 1 => group]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Drop),
        Just(Change::Double),
        Just(Change::Swap),
        token().prop_map(Change::Replace),
        token().prop_map(Change::Insert),
        Just(Change::Empty),
    ]
}

/// Changes the token at a place, counted across all levels.
fn changed(stream: TokenStream, at: &mut usize, change: &Change) -> TokenStream {
    let mut output: Vec<TokenTree> = Vec::new();
    let mut tokens = stream.into_iter();
    while let Some(token) = tokens.next() {
        let here = *at == 0;
        *at = at.wrapping_sub(1);
        match (here, token) {
            (true, token) => match change {
                Change::Drop => {}
                Change::Double => output.extend([token.clone(), token]),
                Change::Swap => output.extend(tokens.next().into_iter().chain([token])),
                Change::Replace(other) => output.push(other.clone()),
                Change::Insert(other) => output.extend([other.clone(), token]),
                Change::Empty => {
                    if let TokenTree::Group(group) = token {
                        output.push(Group::new(group.delimiter(), TokenStream::new()).into());
                    }
                }
            },
            (false, TokenTree::Group(group)) => {
                let inner = changed(group.stream(), at, change);
                output.push(Group::new(group.delimiter(), inner).into());
            }
            (false, token) => output.push(token),
        }
    }
    output.into_iter().collect()
}

fn count(stream: TokenStream) -> usize {
    let size = |token| match token {
        TokenTree::Group(group) => 1 + count(group.stream()),
        _ => 1,
    };
    stream.into_iter().map(size).sum()
}

fn whole() -> TokenStream {
    format!("crate = ::error_codes; {WHOLE}").parse().unwrap()
}

#[test]
fn the_table_that_is_mangled_is_good() {
    assert_eq!(messages(pipeline(whole())), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A panic fails the test. The output must also be tokens that the compiler can read again.
    #[test]
    fn a_mangled_table_gives_tokens_or_faults(
        changes in prop::collection::vec((any::<prop::sample::Index>(), change()), 1..8),
    ) {
        let mut tokens = whole();
        for (place, change) in &changes {
            let size = count(tokens.clone());
            prop_assume!(size > 0);
            tokens = changed(tokens, &mut place.index(size), change);
        }
        let output = pipeline(tokens);
        prop_assert!(output.to_string().parse::<TokenStream>().is_ok());
    }

    /// A complete table with any cells gives items that can be parsed: a fault must not break the code around it.
    #[test]
    fn any_cells_give_items(cells in prop::collection::vec(prop::collection::vec(token(), 1..3), 1..30)) {
        let rows = cells.chunks(9).map(|cells| quote::quote!(| #(#(#cells)* |)*));
        let call = quote::quote! {
            crate = ::error_codes;
            provider "acme" { name: "A" }
            pub enum Fault {
                | status | type | code | variant | kind | retry | scope | message | summary |
                #(#rows)*
            }
        };
        let items = syn::parse2::<syn::File>(pipeline(call));
        prop_assert!(items.is_ok(), "{}", items.err().unwrap());
    }

    /// Rows of any tokens give items, and tokens that are not a call give a fault.
    #[test]
    fn any_tokens_give_tokens_or_faults(tokens in prop::collection::vec(token(), 0..40)) {
        let rows: TokenStream = tokens.into_iter().collect();
        let body = TokenTree::Group(Group::new(Delimiter::Brace, rows.clone()));
        let call = quote::quote!(crate = ::error_codes; provider "acme" { name: "A" } pub enum Fault #body);
        let items = syn::parse2::<syn::File>(pipeline(call));
        prop_assert!(items.is_ok(), "{}", items.err().unwrap());
        let output = pipeline(quote::quote!(crate = ::error_codes; #rows));
        prop_assert!(!messages(output).is_empty());
    }
}
