//! `cargo xtask spark`: the example for Apache Spark on a real one, on this machine.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{cargo, command, find, output, root, run, target};
use crate::setup;
use crate::step::step;

/// Brings Python's packages and Java, builds the command line, and holds Spark's results against its.
pub fn run_all() -> Result<()> {
    let folder = root().join("examples").join("spark");
    let programs = python(&folder)?;
    setup::debian("java", "openjdk-17-jre-headless")?;
    step("build the command line", || {
        run(cargo().args(["build", "--quiet", "--locked", "--release", "--package", "silang-cli"]))
    })?;
    let silang = target().join("release").join(format!("silang{}", std::env::consts::EXE_SUFFIX));
    step("Spark gives what one machine gives", || {
        let mut test = command(programs.join("python"));
        test.arg(folder.join("test_extract.py"))
            .env("SILANG", silang)
            .env("SPARK_SUBMIT", programs.join("spark-submit"));
        // Nothing leaves this machine, and no name needs to be looked up.
        run(test.env("PYSPARK_PYTHON", programs.join("python")).env("SPARK_LOCAL_IP", "127.0.0.1"))
    })
}

/// The programs of a Python environment that has what the example needs.
fn python(folder: &Path) -> Result<PathBuf> {
    let environment = target().join("spark").join("venv");
    let programs = environment.join("bin");
    let wanted = folder.join("requirements.txt");
    if is_installed(&programs, &wanted) {
        return Ok(programs);
    }
    let python = find("python3").context("python3 is missing: `apt-get install python3-venv` on Debian")?;
    step("install PySpark into target/spark", || {
        run(command(python).args(["-m", "venv"]).arg(&environment))?;
        run(command(programs.join("pip")).args(["install", "--quiet", "--requirement"]).arg(&wanted))
    })?;
    Ok(programs)
}

/// Whether the environment has every package in the version that is wanted.
fn is_installed(programs: &Path, wanted: &Path) -> bool {
    let wanted = std::fs::read_to_string(wanted).unwrap_or_default();
    let mut pip = command(programs.join("pip"));
    let has = output(pip.args(["freeze", "--disable-pip-version-check"])).unwrap_or_default();
    wanted.lines().all(|package| has.lines().any(|own| own == package))
}
