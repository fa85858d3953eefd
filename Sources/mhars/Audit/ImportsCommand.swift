import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// The files that were taken into an audit.
struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "List the files that were taken in, or undo one.",
    discussion: "Example: mhars imports undo A3 --audit larkfield",
    subcommands: [ImportsListCommand.self, ImportsUndoCommand.self],
    defaultSubcommand: ImportsListCommand.self)
}

/// Lists the files that were taken in.
struct ImportsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the files that were taken in.",
    usage: "mhars imports list [<options>]",
    discussion: "Example: mhars imports list --format csv --audit larkfield")

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try showing(auditOptions, in: outputOptions) { session, _ in
      let (imports, held) = try session.imports()
      let list = ImportList(imports, held: held)
      try outputOptions.write(
        text: { ImportsText(list, style: $0).text() },
        json: { ImportsJSON.write(list, school: session.plan.school, to: $0) },
        csv: { ImportsCSV.write(list, to: $0) })
    }
  }
}

extension AuditSession {
  /// The imports of the audit, and the labels of those whose numbers are held back.
  func imports() throws -> (all: [ImportEntry], held: Set<String>) {
    let (people, answers) = (try audit.people().imports(), try audit.answers().imports())
    return (people + answers, try held(answers).union(try heldRecords(people)))
  }

  /// The labels of imports without names to which too few answered for a number to be shown.
  ///
  /// The number of rows of their files would tell what the status of the round holds back.
  private func held(_ entries: [ImportEntry]) throws -> Set<String> {
    var held: Set<String> = []
    let collections = Dictionary(grouping: entries) { [$0.round, $0.instrument] }
    for (place, entries) in collections {
      let found = try audit.answers().responses(
        round: place[0], instrument: place[1], definition: Self.definition)
      if let found, let isHeld = holdsRows(of: found) {
        if isHeld { held.formUnion(entries.map(\.label)) }
        continue
      }
      // Where all was undone, what is left to hide is what was there.
      let people = found?.table.rowCount ?? entries.reduce(0) { $0 + $1.added }
      let least =
        found.map { minimum($0.minimum, for: $0.table.instrument.audience) }
        ?? Instrument.Audience.allCases.map(plan.minimum).max() ?? 1
      if (1..<least).contains(people) { held.formUnion(entries.map(\.label)) }
    }
    return held
  }

  /// The labels of imports of records that tell of people whose rows are not told.
  private func heldRecords(_ entries: [ImportEntry]) throws -> Set<String> {
    let people = try audit.people()
    let collections = Dictionary(grouping: entries.filter { $0.instrument != "roll" }) {
      [$0.round, $0.instrument]
    }
    let held = try collections.filter { place, _ in
      let found = try people.responses(
        round: place[0], instrument: place[1], definition: Self.definition)
      return found.flatMap(holdsRows) ?? false
    }
    return Set(held.values.flatMap { $0 }.map(\.label))
  }

  /// Whether the rows of a record are not told; `nil` for a questionnaire.
  private func holdsRows(of found: AnswerStore.Responses) -> Bool? {
    let least = minimum(found.minimum, for: found.table.instrument.audience)
    return RecordAmount(of: found.table, minimum: least).map { !$0.tellsRows }
  }
}

/// Takes one import back.
struct ImportsUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take one import back; it stays on record as undone.")

  @Argument(help: ArgumentHelp("The import, such as A3.", valueName: "import"))
  var label: String

  @Flag(help: "Also undo the imports that can only be undone together with it.")
  var yes = false

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .writing, &console)
      let isOfAnswers = label.uppercased().hasPrefix("A")
      let imports =
        isOfAnswers ? try session.audit.answers().imports() : try session.audit.people().imports()
      let found = imports.first { $0.label == label.uppercased() && $0.undone == nil }
      if let found, found.together.count > 1, !yes {
        Terminal.complain("error: " + ImportText.together(found))
        throw ExitCode.faults
      }
      let undone =
        isOfAnswers
        ? try session.audit.answers().undo(label, on: session.today)
        : try session.audit.people().undo(
          label, of: session.plan.rounds.map(\.id), on: session.today, by: session.actor)
      guard let undone, let first = undone.first else {
        Terminal.complain(
          "error: no import that counts is called '\(label.clipped)'; 'mhars imports' lists them")
        throw ExitCode.faults
      }
      if first.instrument == "roll", let round = session.plan.round(first.round) {
        // A round without a roll of its own takes the numbers of the round before.
        let roll = try session.audit.people().roll(in: [round.id])
        try session.keepCounts(of: roll, round)
      }
      print(ImportText.undone(undone, of: imports))
    }
  }
}
