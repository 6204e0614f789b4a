use super::*;
use proptest::prelude::*;

fn tree(text: &str) -> Result<Node, JsonError> {
    parse(text, &Limits::default()).map(|(node, _)| node)
}

/// The tree as serde_json would give it, as the oracle's type.
fn as_serde(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(text) => serde_json::from_str(text).unwrap(),
        Value::Text(text) => text.to_string().into(),
        Value::List(items) => items.iter().map(as_serde).collect(),
        Value::Object(members) => serde_json::Value::Object(
            members.iter().map(|m| (m.name.to_string(), as_serde(&m.node))).collect(),
        ),
    }
}

#[test]
fn numbers_stay_as_written_and_lines_are_counted() {
    let node = tree("{\n \"a\": 0.4950,\n \"b\": [1e5]}").unwrap();
    let members = node.value.members().unwrap();
    assert_eq!(members[0].node, Node { line: 2, value: Value::Number("0.4950".into()) });
    assert_eq!(members[1].node.line, 3);
}

#[test]
fn a_name_given_twice_is_kept_twice_and_the_last_one_counts() {
    let node = tree(r#"{"ref":"A","ref":"C"}"#).unwrap();
    let members = node.value.members().unwrap();
    assert_eq!(members.len(), 2);
    assert_eq!(super::super::member(members, "ref").unwrap().value, Value::Text("C".into()));
}

#[test]
fn not_a_number_is_read_because_writers_emit_it() {
    for word in ["NaN", "Infinity", "-Infinity"] {
        assert_eq!(tree(word).unwrap().value, Value::Number(word.into()));
    }
}

#[test]
fn half_of_a_surrogate_pair_is_read_as_a_lost_character_and_told() {
    let (_, lost) = parse("[\"\\ud842\\udfb7\",\n\"a\\ud842\",\n\"\\udc00\"]", &Limits::default()).unwrap();
    assert_eq!(lost.into_iter().collect::<Vec<_>>(), [2, 3]);
    assert_eq!(tree("\"a\\ud842\\u0041\"").unwrap().value, Value::Text("a\u{FFFD}A".into()));
}

#[test]
fn deep_and_wide_texts_are_refused_not_followed() {
    let deep = "[".repeat(200_000);
    assert_eq!(tree(&deep).unwrap_err().fault, Fault::TooLarge);
    let wide = format!("[{}0]", "0,".repeat(crate::limits::MAX_JSON_VALUES));
    assert_eq!(tree(&wide).unwrap_err().fault, Fault::TooLarge);
}

#[test]
fn damage_is_named_with_its_line() {
    for (text, line, expected) in [
        ("{\"a\":\n1,}", 2, "the name of a field in double quotes"),
        ("{\"a\":1", 1, "',' or '}' after a field"),
        ("\n\n{\"a\":\"b", 3, "the closing '\"' of a text"),
        ("[01]", 1, "a number"),
        ("{} x", 1, "the end of the file"),
        ("\"\\u12\"", 1, "four hexadecimal digits after '\\u'"),
    ] {
        let error = tree(text).unwrap_err();
        assert_eq!((error.line, error.expected), (line, expected), "{text}");
    }
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        (-1e9..1e9f64).prop_map(|n| serde_json::json!(n)),
        ".{0,12}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(".{0,6}", inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn sound_json_is_read_as_serde_json_reads_it(value in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&value).unwrap() } else { value.to_string() };
        // Read back: serde_json itself does not always return the very number it wrote.
        let oracle: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(as_serde(&tree(&text).unwrap()), oracle);
    }

    #[test]
    fn what_serde_json_refuses_is_refused_unless_it_is_not_a_number(value in any_json(), cut in 0usize..200, byte in any::<char>()) {
        let mut text: Vec<char> = value.to_string().chars().collect();
        let at = cut.min(text.len());
        text.insert(at, byte);
        let text: String = text.into_iter().collect();
        let own = tree(&text);
        let oracle: Result<serde_json::Value, _> = serde_json::from_str(&text);
        // Numbers too large for f64 and lone surrogates are values here and errors there.
        if oracle.is_ok() {
            prop_assert!(own.is_ok(), "refused {text}");
        }
        if own.is_ok() && !text.contains("\\u") && !text.contains('N') && !text.contains('I') && !text.contains(['e', 'E']) && text.len() < 300 {
            prop_assert!(oracle.is_ok(), "accepted {text}");
        }
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in ".{0,80}") {
        let _ = tree(&text);
    }
}
