#!/usr/bin/env python3
"""Compares mhars with plain C programs and with general tools: CPU time, peak memory, totals.

Run from anywhere: `bench.py --mhars .build/release/mhars`. README.md says what is measured."""

import argparse
import hashlib
import shlex
import shutil
import statistics
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
import figures  # noqa: E402
import store  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ["polars==2.1.0", "duckdb==2.0.0", "igraph==1.0.0", "networkit==11.2.2"]
PROGRAMS = {"generate": [], "measure": [], "accumulate": ["-lcsv", "-lm"], "nominations": ["-lcsv"]}
MILLION = 1_000_000
LARGE = 8 * MILLION
NOT_INSTALLED = 77
WHOLE, GROUPS, UNSPLIT = "mhars", "mhars --aggregate", "mhars, not split"


@dataclass
class Job:
    """One program on one task, and what its runs used."""

    name: str
    command: list
    read: Callable | None = None
    output: Path | None = None  # where the command itself writes; else its standard output
    is_partial: bool = False  # prints fewer figures than the others
    accepts: tuple = (0,)  # exit codes that count as done
    runs: list = field(default_factory=list)  # (CPU seconds, wall seconds, peak MiB)
    verdict: str = ""

    def median(self, column):
        return statistics.median(run[column] for run in self.runs)

    def ratio_to(self, other):
        """CPU time against the other's, fastest run by fastest: other work only adds to a run."""
        return min(run[0] for run in self.runs) / min(run[0] for run in other.runs)


def say(text):
    print(text, file=sys.stderr, flush=True)


def build(work):
    """Compiles the C programs."""
    flags = ["-O2", "-std=c11", "-D_GNU_SOURCE", "-Wall", "-Wextra"]
    for name, libraries in PROGRAMS.items():
        command = ["cc", *flags, "-o", str(work / name), str(HERE / f"{name}.c"), *libraries]
        if subprocess.run(command).returncode != 0:
            sys.exit(f"bench: {name}.c does not compile; it needs a C compiler and libcsv-dev")


def generate(work, rows, pupils, seed, folder="data"):
    """Writes the data, unless the same program wrote it before with the same numbers."""
    data = work / folder
    data.mkdir(exist_ok=True)
    source = hashlib.sha256((HERE / "generate.c").read_bytes()).hexdigest()
    stamp, wanted = data / "stamp", f"{source} {rows} {pupils} {seed}"
    if not stamp.exists() or stamp.read_text() != wanted:
        stamp.unlink(missing_ok=True)
        say(f"writing {rows:,} rows and {pupils:,} pupils")
        command = [str(work / "generate"), str(data), str(rows), str(pupils), str(seed)]
        subprocess.run(command, check=True)
        stamp.write_text(wanted)
    return data


def peer_python(work):
    """A Python with as many of the peers as can be installed, or None."""
    folder = work / "venv"
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
    except (OSError, subprocess.SubprocessError) as error:
        say(f"no peers: {error}")
        return None
    for peer in PEERS:
        name, version = peer.split("==")
        check = f"from importlib.metadata import version as v; assert v('{name}') == '{version}'"
        if subprocess.run([python, "-c", check], stderr=subprocess.DEVNULL).returncode == 0:
            continue
        say(f"installing {peer}")
        install = [python, "-m", "pip", "install", "--quiet", "--only-binary=:all:", peer]
        if subprocess.run(install, stderr=subprocess.DEVNULL).returncode != 0:
            say(f"{peer} cannot be installed; left out")
    return python


def survey_jobs(work, data, mhars, python):
    file, read = str(data / "survey.csv"), figures.of_survey
    yardstick = str(work / "accumulate")
    jobs = [
        Job("C on libcsv", [yardstick, file], read),
        Job("C on libcsv, strict", [yardstick, "--strict", file], read),
        Job("C on libcsv, no alpha", [yardstick, "--no-alpha", file], read, is_partial=True),
    ]
    if mhars:
        output = work / "mhars-survey.json"
        command = [mhars, "analyse", file, "--instrument", str(HERE / "bench-survey.yaml")]
        command += ["--format", "json", "--output"]
        unsplit = work / "mhars-survey-unsplit.json"
        ours = figures.of_mhars_survey
        jobs.insert(0, Job(UNSPLIT, [*command, str(unsplit)], ours, unsplit, is_partial=True))
        jobs.insert(0, Job(WHOLE, [*command, str(output), "--by", "team"], ours, output))
    if python:
        for peer in ("polars", "duckdb"):
            command = [str(python), "-B", str(HERE / f"{peer}_peer.py"), file]
            jobs.append(Job(peer, command, read))
    return jobs


def nomination_jobs(work, data, mhars, python, is_large=False):
    roll, names = str(data / "roll.csv"), str(data / "nominations.csv")
    read, yardstick = figures.of_nominations, str(work / "nominations")
    jobs = [
        Job("C on libcsv", [yardstick, roll, names], read),
        Job("C on libcsv, strict", [yardstick, "--strict", roll, names], read),
    ]
    if mhars:
        command = [mhars, "analyse", names, "--instrument", str(HERE / "bench-peers.yaml")]
        command += ["--roll", roll, "--format", "json", "--output"]
        whole, groups = work / "mhars-nominations.json", work / "mhars-groups.json"
        ours = figures.of_mhars_nominations
        jobs.insert(0, Job(GROUPS, [*command, str(groups), "--aggregate"], ours, groups))
        if not is_large:
            jobs.insert(0, Job(WHOLE, [*command, str(whole)], ours, whole))
    if python:
        for peer, lacks in (("igraph", False), ("networkit", True)):
            command = [str(python), "-B", str(HERE / f"{peer}_peer.py"), roll, names]
            jobs.append(Job(peer, command, read, is_partial=lacks))
    return jobs


def large_jobs(work, data, mhars, python):
    """Eight million pupils: the groups alone, since a list of them is nobody's to read."""
    return nomination_jobs(work, data, mhars, python, is_large=True)


def school_jobs(mhars):
    """The lines of school.txt whose files exist, and how many lines were left out."""
    jobs, left_out = [], 0
    for line in (HERE / "school.txt").read_text(encoding="utf-8").splitlines():
        words = shlex.split(line, comments=True)
        if not words:
            continue
        missing = [word for word in words if word.endswith(".csv") and not (ROOT / word).exists()]
        name = " ".join(words[:2])
        if missing:
            left_out += 1
            say(f"left out: {name} (no {', no '.join(missing)})")
        else:
            jobs.append(Job(name, [mhars, *words], accepts=(0, 2)))
    return jobs, left_out


def run_once(work, job):
    """One measured run; a job that fails loses its runs and keeps the reason as its verdict."""
    output = work / "output.json"
    if job.output:
        job.output.unlink(missing_ok=True)
    command = [str(work / "measure"), str(output), *map(str, job.command)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: {done.stderr.strip()}")
    code, cpu, wall, peak = done.stdout.split()
    if int(code) not in job.accepts:
        job.verdict = "not installed" if int(code) == NOT_INSTALLED else f"failed (exit {code})"
        job.runs.clear()
        say(f"{job.name}: {job.verdict}\n{done.stderr[:2000]}".rstrip())
        return
    if job.output and not job.output.exists():
        job.verdict = "failed (no output)"
        job.runs.clear()
        return
    job.runs.append((float(cpu), float(wall), int(peak) / 1024))
    if job.read and len(job.runs) == 1:
        (job.output or output).replace(work / f"{job.name}.json")


def measure(work, jobs, runs):
    """Runs all jobs in turn, `runs` times over, so that a busy minute touches all alike."""
    for _ in range(runs):
        for job in jobs:
            if not job.verdict:
                run_once(work, job)


def compare_totals(work, jobs):
    """Checks every job's figures against the yardstick's; false if any differs."""
    expected = None
    yardstick = next(job for job in jobs if job.name == "C on libcsv")
    for job in [yardstick] + [job for job in jobs if job is not yardstick]:
        if not job.runs:
            continue
        try:
            found = job.read(work / f"{job.name}.json")
        except (OSError, ValueError, KeyError, TypeError, StopIteration) as error:
            job.verdict = "unreadable"
            say(f"{job.name}: its output cannot be read: {error!r}")
            continue
        expected = expected or found
        faults = figures.differences(expected, found, job.is_partial)
        job.verdict = "differ" if faults else "same"
        for fault in faults[:10]:
            say(f"{job.name}: {fault}")
    return all(job.verdict in ("same", "not installed") for job in jobs)


def print_table(title, jobs):
    yardstick = next(job for job in jobs if job.name == "C on libcsv")
    print(f"\n{title}\n")
    print(f"{'':24}{'CPU s':>7}  {'min - max':15}{'wall s':>7}{'MiB':>8}{'ratio':>7}  totals")
    for job in jobs:
        if not job.runs:
            print(f"{job.name:24}{'':46}{job.verdict}")
            continue
        cpu = [run[0] for run in job.runs]
        span = f"{min(cpu):.3f} - {max(cpu):.3f}"
        ratio = f"{job.ratio_to(yardstick):7.2f}" if yardstick.runs else f"{'-':>7}"
        print(
            f"{job.name:24}{job.median(0):7.3f}  {span:15}{job.median(1):7.3f}"
            f"{job.median(2):8.1f}{ratio}  {job.verdict}"
        )


def print_aim(words, value, limit, unit):
    verdict = "met" if value <= limit else "NOT MET"
    print(f"Aim: {words} at most {limit:g} {unit}; here {value:.3g} {unit}: {verdict}")
    return value <= limit


def print_survey_aims(by_name):
    ours, yardstick = by_name[WHOLE], by_name["C on libcsv"]
    met = print_aim("CPU time in 180 groups", ours.ratio_to(yardstick), 1.6, "times the C program's")
    met = print_aim("its peak memory", ours.median(2), 120, "MiB") and met
    unsplit = by_name[UNSPLIT]
    met = print_aim("CPU time, not split", unsplit.ratio_to(yardstick), 1.3, "times the same") and met
    return print_aim("its peak memory", unsplit.median(2), 120, "MiB") and met


def print_nomination_aims(by_name):
    met = print_aim("CPU time of the whole output", by_name[WHOLE].median(0), 3, "s")
    met = print_aim("its peak memory", by_name[WHOLE].median(2), 300, "MiB") and met
    met = print_aim("wall time of --aggregate", by_name[GROUPS].median(1), 1, "s") and met
    return print_aim("its peak memory", by_name[GROUPS].median(2), 300, "MiB") and met


def print_large_aims(by_name):
    met = print_aim("wall time of --aggregate", by_name[GROUPS].median(1), 12, "s")
    return print_aim("its peak memory", by_name[GROUPS].median(2), 1536, "MiB") and met


def judge(jobs, is_full_size, print_aims):
    """Prints the aims for mhars, if it ran at the size that they are for."""
    by_name = {job.name: job for job in jobs}
    ours = [job for job in jobs if job.name in (WHOLE, GROUPS, UNSPLIT)]
    if not ours:
        return True
    if not is_full_size or not all(job.runs for job in [*ours, by_name["C on libcsv"]]):
        print("Aims not judged: they are for runs at the full size.")
        return False
    return print_aims(by_name)


def print_school(jobs, left_out):
    """Each command's figures, and the slowest against the aim for a whole school."""
    print("\nA whole school\n")
    print(f"{'':46}{'CPU ms':>8}{'wall ms':>9}{'MiB':>8}")
    for job in jobs:
        if job.runs:
            times = f"{job.median(0) * 1e3:8.1f}{job.median(1) * 1e3:9.1f}"
            print(f"{job.name[:45]:46}{times}{job.median(2):8.1f}")
        else:
            print(f"{job.name[:45]:46}  {job.verdict}")
    if left_out or not all(job.runs for job in jobs):
        print("Aim not judged: not every command of school.txt ran.")
        return False
    return print_aim("CPU time of the slowest command", max(job.median(0) for job in jobs) * 1e3, 60, "ms")


def bench_store(work, data, mhars, options):
    """Takes a million rows and a whole school in; the aims are those of the audit folder."""
    ours, theirs, answers, table = store.commands(work, data, mhars)
    jobs = [Job("mhars import", ours), Job("C on libcsv", theirs)]
    if shutil.which("sqlite3") is None:
        jobs[1].verdict = "not installed"
    measure(work, jobs, options.runs)
    for job, file, name in zip(jobs, (answers, table), ("answer", "survey")):
        if job.runs:
            job.verdict = "same" if store.rows(file, name) == options.rows else "differ"
    jobs[1].name = "sqlite3 .import"
    print(f"\nInto the store: {options.rows:,} rows of 44 columns, median of {options.runs} runs\n")
    print(f"{'':24}{'CPU s':>7}{'wall s':>8}{'MiB':>8}  rows")
    for job in jobs:
        figures_of = "".join(f"{job.median(c):{w}}" for c, w in ((0, "7.3f"), (1, "8.3f"), (2, "8.1f")))
        print(f"{job.name:24}{figures_of if job.runs else '':23}  {job.verdict}")
    met = all(job.runs for job in jobs) and options.rows == MILLION
    if met:
        met = print_aim("CPU time", jobs[0].ratio_to(jobs[1]), 4, "times the sqlite3 shell's")
    else:
        print("Aim not judged: it is for a run of both at the full size.")
    school = [Job(name, command) for name, command in store.school_commands(work, mhars)]
    measure(work, school, 4 * options.runs)
    print(f"\n{'':46}{'CPU ms':>8}{'wall ms':>9}{'MiB':>8}")
    for job in school:
        print(f"{job.name:46}{job.median(0) * 1e3:8.1f}{job.median(1) * 1e3:9.1f}{job.median(2):8.1f}")
    whole = sum(job.median(1) for job in school) * 1e3
    slowest = max(job.median(1) for job in school) * 1e3
    print(f"The whole school: {whole:.0f} ms")
    met = print_aim("wall time of the slowest import", slowest, 150, "ms") and met
    return met, all(job.verdict in ("same", "not installed") for job in jobs)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mhars", help="the release binary; without it only the others run")
    parser.add_argument("--runs", type=int, default=5, help="of each program (default 5)")
    parser.add_argument("--rows", type=int, default=MILLION, help="of the survey")
    parser.add_argument("--pupils", type=int, default=MILLION, help="on the roll")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-store", action="store_true", help="only what writes to an audit")
    parser.add_argument("--only-survey", action="store_true", help="neither names nor school")
    parser.add_argument("--large", action="store_true", help="also eight million pupils")
    parser.add_argument("--only-nominations", action="store_true", help="neither survey nor school")
    parser.add_argument("--no-peers", action="store_true", help="only the C programs beside mhars")
    parser.add_argument("--enforce", action="store_true", help="exit 1 where an aim is not met")
    parser.add_argument("--work", type=Path, default=ROOT / ".build" / "bench", help="folder")
    options = parser.parse_args()
    if options.runs < 1 or options.rows < 2 or options.pupils < 2:
        parser.error("--runs takes 1 or more, --rows and --pupils 2 or more")
    return options


def main():
    options = parse_options()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    mhars = str(Path(options.mhars).resolve()) if options.mhars else None
    if mhars and not Path(mhars).exists():
        say(f"{options.mhars} does not exist: the others run without it")
        mhars = None
    build(work)
    data = generate(work, options.rows, options.pupils, options.seed)
    python = None if options.no_peers or options.only_store else peer_python(work)
    agree = met = True
    tasks = [
        ("Survey: {:,} rows of 44 columns", options.rows, MILLION, data, survey_jobs,
         print_survey_aims),
        ("Nominations: {:,} pupils", options.pupils, MILLION, data, nomination_jobs,
         print_nomination_aims),
    ]
    if options.only_nominations:
        del tasks[0]
    if options.only_survey:
        del tasks[1]
    if options.only_store:
        tasks = []
    if options.large:
        large = generate(work, 0, LARGE, options.seed, "data-large")
        tasks.append(
            ("Nominations: {:,} pupils", LARGE, LARGE, large, large_jobs, print_large_aims))
    for title, size, full_size, folder, make_jobs, print_aims in tasks:
        jobs = make_jobs(work, folder, mhars, python)
        measure(work, jobs, options.runs)
        agree &= compare_totals(work, jobs)
        print_table(f"{title.format(size)}, median of {options.runs} runs", jobs)
        met &= judge(jobs, size == full_size, print_aims)
    if mhars and not (options.only_nominations or options.only_survey):
        if not options.only_store:
            jobs, left_out = school_jobs(mhars)
            measure(work, jobs, 4 * options.runs)
            met &= print_school(jobs, left_out)
        store_met, store_agrees = bench_store(work, data, mhars, options)
        met &= store_met
        agree &= store_agrees
    if not agree:
        sys.exit("bench: the programs do not agree")
    if options.enforce and not met:
        sys.exit("bench: an aim is not met")


if __name__ == "__main__":
    main()
