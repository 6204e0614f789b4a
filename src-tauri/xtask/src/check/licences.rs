//! Licences of every crate in the lock file and of every npm package that is shipped, against `.cargo/deny.toml`.
use std::fs;

use super::spdx::is_allowed;
use crate::npm::FOLDERS;
use crate::step::{Outcome, cargo, command, read, root};

/// Prints `licence <tab> package` for what the lock file in a folder ships; development tools are left out. A package
/// that declares no licence is taken at the first line of its LICENSE file, when that is MIT's.
const SHIPPED: &str = "
const { readFileSync } = require('fs');
const folder = process.argv[1];
const told = (path) => {
  try { return /^(The )?MIT License/i.test(readFileSync(`${folder}/${path}/LICENSE`, 'utf8')) ? 'MIT' : '' } catch { return '' }
};
for (const [path, at] of Object.entries(JSON.parse(readFileSync(`${folder}/package-lock.json`)).packages)) {
  if (path && !at.dev) console.log(`${at.license ?? told(path)}\\t${path} ${at.version}`);
}";

/// Names each package whose licence is not allowed.
pub fn check() -> Outcome {
    let rules = fs::read_to_string(root().join(".cargo/deny.toml"))
        .map_err(|error| format!(".cargo/deny.toml: {error}"))?;
    let mut listed = read(
        cargo().args(["tree", "--quiet", "--workspace", "--target", "all", "--prefix", "none"]).args([
            "--edges",
            "normal,build,dev",
            "--format",
            "{l}\t{p}",
        ]),
    )?;
    for folder in FOLDERS {
        let folder = root().join(folder);
        if folder.join("package-lock.json").is_file() {
            listed.push_str(&read(command("node").args(["-e", SHIPPED]).arg(folder))?);
        }
    }
    let mut lines: Vec<&str> = listed.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    lines.sort_unstable();
    lines.dedup();
    println!("  {} packages", lines.len());
    let refused = |line: &&str| {
        line.split_once('\t')
            .is_some_and(|(licence, package)| !is_allowed(licence, &allowed_for(package, &rules)))
    };
    let wrong: Vec<String> = lines.into_iter().filter(refused).map(|line| line.replace('\t', "  ")).collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("not allowed by .cargo/deny.toml:\n{}", wrong.join("\n")))
    }
}

/// What this package may be under: its own line below `exceptions = [`, or the list `allow = [ … ]`.
fn allowed_for(package: &str, rules: &str) -> Vec<String> {
    let name = package.split_whitespace().next().unwrap_or_default();
    let own = rules.split_once(&format!("crate = \"{name}\"")).map(|(_, rest)| rest);
    let list = own.unwrap_or(rules).split_once("allow = [").and_then(|(_, rest)| rest.split_once(']'));
    list.map_or("", |(list, _)| list).split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::allowed_for;

    const RULES: &str = "[licenses]\nallow = [\n  \"MIT\",\n  \"ISC\", # why\n]\nexceptions = [\n  \
                         { crate = \"odd\", allow = [\"WTFPL\"] },\n]\n";

    #[test]
    fn the_allowed_list_is_read_from_the_file_cargo_deny_reads() {
        assert_eq!(allowed_for("serde v1.0.0", RULES), ["MIT", "ISC"]);
    }

    #[test]
    fn an_exception_is_for_its_crate_alone() {
        assert_eq!(allowed_for("odd v0.1.0", RULES), ["WTFPL"]);
        assert_eq!(allowed_for("odder v0.1.0", RULES), ["MIT", "ISC"], "a longer name is another crate");
    }
}
