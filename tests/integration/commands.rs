//! The table of commands as a program reads it from the terminal.
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::Value;

#[test]
fn the_terminal_tells_types_by_name_and_by_schema_without_a_store() {
    let folder = Folder::new("commands");
    let terminal = Terminal::on(folder.join("no-store"));
    let named = terminal.ok(&["commands"]);
    let described = terminal.ok(&["commands", "--schema"]);
    let names = |list: &Value| -> Vec<String> {
        let all = list.as_array().expect("a list").iter();
        all.map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names(&named), names(&described));
    assert!(named[0]["args"].is_string() && named[0]["returns"].is_string(), "names stay names");
    for command in described.as_array().expect("a list") {
        assert_eq!(command["args"]["type"], "object", "{}", command["name"]);
        assert!(command["returns"]["$schema"].is_string(), "{}", command["name"]);
    }
}
