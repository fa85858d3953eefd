import ArgumentParser

/// Which earlier round is compared with.
struct EarlierOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The export of an earlier round, to compare with; in an audit the round before is taken.",
      valueName: "file"))
  var earlier: String?

  @Option(
    help: ArgumentHelp(
      "The instrument of a survey as it was then, if it has changed: its id, or a path.",
      valueName: "id"))
  var earlierInstrument: String?

  @Option(
    help: ArgumentHelp(
      "The pupils who were on roll then; those of --roll if not named.", valueName: "file"))
  var earlierRoll: String?

  @Option(
    help: ArgumentHelp(
      "The earlier round: of the audit, or of the file that holds several.", valueName: "round"))
  var earlierRound: String?

  /// Whether any of them is given.
  var isGiven: Bool {
    earlier != nil || earlierInstrument != nil || earlierRoll != nil || earlierRound != nil
  }

  /// The files that hold it; `nil` where none of the options is given.
  var files: EarlierFiles? {
    isGiven ? EarlierFiles(nominations: earlier, roll: earlierRoll, round: earlierRound) : nil
  }

  func validate() throws {
    if earlierInstrument != nil, earlier == nil {
      throw ValidationError("--earlier-instrument needs --earlier, the export of that round.")
    }
    if earlierRoll != nil, earlier == nil, earlierRound == nil {
      throw ValidationError("--earlier-roll needs --earlier, the nominations of that round.")
    }
  }
}

/// The files of an earlier round.
struct EarlierFiles {
  /// The nominations; `nil` for the file of the later round, which then holds both.
  let nominations: String?
  /// The roll; `nil` for that of the later round.
  let roll: String?
  let round: String?
}
