//! `cargo xtask peers`: the core as a WebAssembly package, to be measured in a browser beside other programs.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use crate::process::{cargo, command, run, target};
use crate::step::step;
use crate::{browser, setup};

const WASM: &str = "wasm32-unknown-unknown";

/// A way to build the core.
struct Build {
    name: &'static str,
    /// The core's `opt-level`.
    level: &'static str,
    flags: &'static str,
}

/// As the site has it, as the command line has it, and with instructions on 16 bytes at a time.
const BUILDS: [Build; 3] = [
    Build { name: "silang-z", level: "'z'", flags: "" },
    Build { name: "silang-3", level: "3", flags: "" },
    Build { name: "silang-3-simd128", level: "3", flags: "-C target-feature=+simd128" },
];

/// Builds the packages into `target/peers`; with the folder of a harness, measures them there.
pub fn run_all(harness: Option<&str>) -> Result<()> {
    setup::site()?;
    let mut packages = Vec::new();
    for build in &BUILDS {
        let package = step(&format!("build {}", build.name), || build.package())?;
        packages.push(format!("{}={}", build.name, package.display()));
    }
    println!("{}", packages.join("\n"));
    harness.map_or(Ok(()), |harness| measure(Path::new(harness), &packages.join(",")))
}

impl Build {
    fn package(&self) -> Result<PathBuf> {
        let own = target().join("peers").join(self.name);
        let core = format!("profile.site.package.silang-core.opt-level={}", self.level);
        let mut build = cargo();
        build.args(["build", "--quiet", "--locked", "--profile", "site", "--target", WASM, "--package", "silang-peer"]);
        build.args(["--config", &core]).arg("--target-dir").arg(own.join("build")).env("RUSTFLAGS", self.flags);
        run(&mut build)?;
        let module = own.join("build").join(WASM).join("site").join("silang_peer.wasm");
        let mut bind = command("wasm-bindgen");
        bind.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(own.join("pkg")).arg(module);
        run(&mut bind)?;
        Ok(own.join("pkg"))
    }
}

/// Runs the harness in `folder` on its own peers and these packages.
fn measure(folder: &Path, packages: &str) -> Result<()> {
    ensure!(folder.join("bench.mjs").is_file(), "no harness in {}: it has no bench.mjs", folder.display());
    let node = || {
        browser::node().map(|mut node| {
            node.current_dir(folder);
            node
        })
    };
    if !folder.join("dist").is_dir() {
        step("install and pack the peers", || {
            run(command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))?;
            run(node()?.arg("build.mjs"))
        })?;
    }
    step("measure", || run(node()?.args(["bench.mjs", "--pkg", packages])))
}
