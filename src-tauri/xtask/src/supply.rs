//! `cargo xtask supply [--check]`: what the packages are made of. A bill of materials (CycloneDX 1.6) and the licences of everything
//! that is linked or shipped, with their texts, from cargo's and npm's own words.
//!
//! Of cargo, what is linked into the two programs on Linux, for which packages are made: normal dependencies, and those of build
//! scripts that bring sources to be compiled in (`openssl-src` and its like). Of npm, what its lock files ship.
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::npm::FOLDERS;
use crate::step::{Outcome, cargo, read, root, step};

/// Where the two files lie.
const FOLDER: &str = "assets/third-party";
const BILL: &str = "sbom.cdx.json";
const LICENCES: &str = "LICENCES.txt";
const PLATFORM: &str = "x86_64-unknown-linux-gnu";
const PROGRAMS: [&str; 2] = ["entaku", "entaku-cli"];
/// Between packages in the list of licences; the page cuts it there.
const CUT: &str = "================================================================================";

/// Something from outside that is shipped.
struct Package {
    /// `cargo` or `npm`.
    from: &'static str,
    name: String,
    version: String,
    licence: String,
    home: String,
    /// SHA-256 or SHA-512 of the archive it came in: name in CycloneDX, and hexadecimal digits.
    hash: Option<(&'static str, String)>,
    /// The texts that lie in it: file name and words.
    texts: Vec<(String, String)>,
}

impl Package {
    fn purl(&self) -> String {
        format!("pkg:{}/{}@{}", self.from, self.name.replace('@', "%40"), self.version)
    }
}

/// Writes both files, or compares them with what would be written.
pub fn supply(arguments: &[String]) -> Outcome {
    let check = arguments.iter().any(|word| word == "--check");
    step("bill of materials and licences of what is shipped", || {
        let packages = packages()?;
        let written = [(BILL, bill(&packages)?), (LICENCES, licences(&packages))];
        let folder = root().join(FOLDER);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for (name, text) in written {
            let path = folder.join(name);
            if check && fs::read_to_string(&path).ok().as_deref() != Some(&text) {
                return Err(format!(
                    "{FOLDER}/{name} is not of these lock files: `cargo xtask supply` writes it anew"
                ));
            }
            if !check {
                fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
            }
        }
        println!("  {} packages", packages.len());
        Ok(())
    })
}

fn packages() -> Outcome<Vec<Package>> {
    let mut all = of_cargo()?;
    for folder in FOLDERS {
        all.extend(of_npm(&root().join(folder))?);
    }
    all.sort_by(|one, other| {
        (one.from, &one.name, &one.version).cmp(&(other.from, &other.name, &other.version))
    });
    all.dedup_by(|one, other| one.purl() == other.purl());
    Ok(all)
}

fn json_of(path: &Path) -> Outcome<Value> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn of_cargo() -> Outcome<Vec<Package>> {
    let told =
        read(cargo().args(["metadata", "--format-version", "1", "--locked", "--filter-platform", PLATFORM]))?;
    let told: Value = serde_json::from_str(&told).map_err(|error| format!("cargo metadata: {error}"))?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages: HashMap<String, Value> =
        list(&told["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: HashMap<String, Value> =
        list(&told["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let mut open: Vec<String> = packages
        .iter()
        .filter(|(_, package)| {
            PROGRAMS.contains(&text(&package["name"]).as_str()) && package["source"].is_null()
        })
        .map(|(id, _)| id.clone())
        .collect();
    let mut linked = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !linked.insert(id.clone()) {
            continue;
        }
        let Some(node) = nodes.get(&id) else { continue };
        for dependency in list(&node["deps"]) {
            let to = text(&dependency["pkg"]);
            let brings = packages.get(&to).is_some_and(|package| text(&package["name"]).ends_with("-src"));
            let is_linked = list(&dependency["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null() || (kind["kind"] == "build" && brings));
            if is_linked {
                open.push(to);
            }
        }
    }
    let checksums = checksums()?;
    let outside =
        linked.iter().filter_map(|id| packages.get(id)).filter(|package| !package["source"].is_null());
    Ok(outside
        .map(|package| {
            let (name, version) = (text(&package["name"]), text(&package["version"]));
            let manifest = PathBuf::from(text(&package["manifest_path"]));
            let licence = text(&package["license"]).replace('/', " OR ").replace(" OR  OR ", " OR ");
            Package {
                from: "cargo",
                hash: checksums.get(&(name.clone(), version.clone())).map(|sum| ("SHA-256", sum.clone())),
                licence: if licence.is_empty() { "see its texts".to_owned() } else { licence },
                home: text(&package["repository"]),
                texts: texts_of_crate(manifest.parent().unwrap_or(&manifest), &name),
                name,
                version,
            }
        })
        .collect())
}

/// What Cargo.lock says of each archive.
fn checksums() -> Outcome<BTreeMap<(String, String), String>> {
    let text =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let lock: toml::Table = toml::from_str(&text).map_err(|error| format!("Cargo.lock: {error}"))?;
    let packages = lock.get("package").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let told = |package: &toml::Value, name: &str| {
        package.get(name).and_then(toml::Value::as_str).map(str::to_owned)
    };
    Ok(packages
        .iter()
        .filter_map(|package| {
            Some(((told(package, "name")?, told(package, "version")?), told(package, "checksum")?))
        })
        .collect())
}

fn of_npm(folder: &Path) -> Outcome<Vec<Package>> {
    let lock = folder.join("package-lock.json");
    if !lock.is_file() {
        return Ok(Vec::new());
    }
    let lock = json_of(&lock)?;
    let packages = lock["packages"].as_object().cloned().unwrap_or_default();
    // What is optional is for another platform, or for programs that are no page.
    let is_shipped = |(path, at): &(&String, &Value)| {
        !path.is_empty() && at["dev"] != json!(true) && at["optional"] != json!(true)
    };
    let shipped = packages.iter().filter(is_shipped);
    Ok(shipped
        .map(|(path, at)| {
            let place = folder.join(path);
            let own = json_of(&place.join("package.json")).unwrap_or_default();
            let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
            let texts = texts(&place);
            let told = [&at["license"], &own["license"]].map(text).into_iter().find(|told| !told.is_empty());
            let mit = texts
                .iter()
                .any(|(_, words)| words.trim_start().to_ascii_lowercase().contains("mit license"));
            let hash = text(&at["integrity"]);
            Package {
                from: "npm",
                name,
                version: text(&at["version"]),
                licence: told
                    .unwrap_or_else(|| if mit { "MIT".to_owned() } else { "see its texts".to_owned() }),
                home: match &own["repository"] {
                    Value::String(home) => home.clone(),
                    other => text(&other["url"]),
                },
                hash: hash.strip_prefix("sha512-").and_then(hex_of_base64).map(|hex| ("SHA-512", hex)),
                texts,
            }
        })
        .collect())
}

/// Those of a crate, and of what it only carries: the sources of a library in C lie in a folder of their own.
fn texts_of_crate(folder: &Path, name: &str) -> Vec<(String, String)> {
    let mut found = texts(folder);
    if name.ends_with("-src") {
        let mut carried: Vec<PathBuf> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        carried.sort();
        carried.iter().filter(|path| path.is_dir()).for_each(|path| found.extend(texts(path)));
    }
    found
}

/// The licences that lie in a package's folder, by file name.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let is_one = |name: &str| {
        let name = name.to_ascii_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"]
            .iter()
            .any(|begin| name.starts_with(begin))
            && ![".RS", ".JS", ".HTML", ".PNG"].iter().any(|ending| name.ends_with(ending))
    };
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .filter(|(name, _)| is_one(name))
        .filter_map(|(name, path)| {
            let words = String::from_utf8_lossy(&fs::read(path).ok()?).replace("\r\n", "\n");
            let words: Vec<&str> = words.lines().map(str::trim_end).collect();
            Some((name, words.join("\n").trim_matches('\n').to_owned()))
        })
        .collect();
    found.sort();
    found
}

/// Digits of what npm writes in base 64.
fn hex_of_base64(text: &str) -> Option<String> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut held, mut hex) = (0_u32, 0_u32, String::new());
    for letter in text.trim_end_matches('=').bytes() {
        held = held << 6 | u32::try_from(LETTERS.iter().position(|known| *known == letter)?).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            hex.push_str(&format!("{:02x}", held >> bits & 0xff));
        }
    }
    Some(hex)
}

/// CycloneDX 1.6. Without a time and a serial number of its own, so that the same lock files give the same bytes.
fn bill(packages: &[Package]) -> Outcome<String> {
    let component = |package: &Package| {
        let mut component = json!({
            "type": "library",
            "bom-ref": package.purl(),
            "name": package.name,
            "version": package.version,
            "purl": package.purl(),
            "scope": "required",
            "licenses": [{ "expression": package.licence }],
        });
        if package.licence == "see its texts" {
            component["licenses"] = json!([{ "license": { "name": package.licence } }]);
        }
        if let Some((algorithm, digits)) = &package.hash {
            component["hashes"] = json!([{ "alg": algorithm, "content": digits }]);
        }
        if package.home.starts_with("http") {
            component["externalReferences"] = json!([{ "type": "vcs", "url": package.home }]);
        }
        component
    };
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "entaku",
                "name": "entaku",
                "version": env!("CARGO_PKG_VERSION"),
                "licenses": [{ "license": { "id": "Apache-2.0" } }],
            },
        },
        "components": packages.iter().map(component).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&bill).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

/// Every package with its licence, and each text once, with those whose it is.
fn licences(packages: &[Package]) -> String {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut texts: Vec<&str> = Vec::new();
    let mut list = String::new();
    for package in packages {
        let mut own = Vec::new();
        for (_, words) in &package.texts {
            let number = *numbers.entry(words).or_insert_with(|| {
                texts.push(words);
                texts.len()
            });
            own.push(number.to_string());
        }
        list.push_str(&format!(
            "{} {}\t{}\t{}\n",
            package.name,
            package.version,
            package.licence,
            own.join(" ")
        ));
    }
    let mut whole = format!("{list}{CUT}\n");
    for words in texts {
        whole.push_str(&format!("{words}\n{CUT}\n"));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{CUT, Package, bill, hex_of_base64, licences};

    fn package(name: &str, words: &[&str]) -> Package {
        Package {
            from: "npm",
            name: name.to_owned(),
            version: "1.0".to_owned(),
            licence: "MIT".to_owned(),
            home: "https://example.org/x".to_owned(),
            hash: Some(("SHA-256", "ab".to_owned())),
            texts: words.iter().map(|words| ("LICENSE".to_owned(), (*words).to_owned())).collect(),
        }
    }

    #[test]
    fn each_text_stands_once_and_every_package_names_its_own() {
        let text = licences(&[package("a", &["one"]), package("b", &["two", "one"]), package("c", &[])]);
        let parts: Vec<&str> = text.split(&format!("{CUT}\n")).collect();
        assert_eq!(parts, ["a 1.0\tMIT\t1\nb 1.0\tMIT\t2 1\nc 1.0\tMIT\t\n", "one\n", "two\n", ""]);
    }

    #[test]
    fn a_component_can_be_found_again_by_its_address_and_its_hash() {
        let told: serde_json::Value = serde_json::from_str(&bill(&[package("@a/b", &[])]).unwrap()).unwrap();
        let component = &told["components"][0];
        assert_eq!(component["purl"], "pkg:npm/%40a/b@1.0");
        assert_eq!(component["hashes"][0]["content"], "ab");
        assert_eq!((&told["bomFormat"], &told["specVersion"]), (&"CycloneDX".into(), &"1.6".into()));
    }

    #[test]
    fn a_hash_of_npm_is_the_same_in_digits() {
        // RFC 4648 §10: “foobar”.
        assert_eq!(hex_of_base64("Zm9vYmFy").as_deref(), Some("666f6f626172"));
        assert_eq!(hex_of_base64("Zm8=").as_deref(), Some("666f"));
        assert_eq!(hex_of_base64("Z!"), None);
    }
}
