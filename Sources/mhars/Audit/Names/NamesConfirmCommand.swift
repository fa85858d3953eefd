import ArgumentParser
import Diagnostics
import Instruments
import Responses
import Store

/// Says what a written name means.
struct NamesConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Say whom a written name means, or what it is.",
    usage: "mhars names confirm <key> <meaning> [<options>]",
    discussion: """
      It holds wherever pupils of the class wrote the name, until it is undone or decided anew. \
      Of a row whose writer is asked for, say the pupil, or off-roll.

      Example: mhars names confirm wdjq K999421723039 --note "asked in class" --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The first letters of the key.", valueName: "key"))
  var key: String

  @Argument(
    help: ArgumentHelp(
      "The pupil's id, or staff, family, no-one, illegible or off-roll.", valueName: "meaning"))
  var meaning: String

  @OptionGroup var noteOption: DecisionNote
  @OptionGroup var namesOptions: NamesOptions

  func run() throws {
    try tellingTrouble {
      let names = try NamesSession(namesOptions)
      let entry = try names.entry(key)
      let decision: NameDecision
      if names.roll.place(ofPupil: meaning) == nil,
        let word = NameDecision.Meaning(word: meaning), word != .pupil, word != .not
      {
        decision = entry.decided(word, note: noteOption.note)
      } else {
        decision = entry.decided(.pupil, pupils: [try names.pupil(meaning)], note: noteOption.note)
      }
      guard entry.entry.kind == .named || decision.meaning.isOfWriters else {
        Terminal.complain(
          "error: this asks who wrote a row; give the pupil's id, or off-roll")
        throw ExitCode.faults
      }
      try names.decide([decision], "1 decided")
      print(
        entry.times == 1
          ? "Decided; 'mhars names undo' takes it back."
          : "Decided, for all \(entry.times) times that it stands there; 'mhars names undo' takes "
            + "it back."
      )
    }
  }
}

/// Says whom a written name does not mean.
struct NamesRejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Say which pupils a written name does not mean.",
    usage: "mhars names reject <key> [<pupil> ...] [<options>]",
    discussion: """
      Without pupils it means none of the candidates: somebody off the roll. Where some are left \
      the name stays a question about them; where nobody is left it is off the roll.

      Example: mhars names reject hs5d --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The first letters of the key.", valueName: "key"))
  var key: String

  @Argument(help: ArgumentHelp("The ids of pupils who are not meant.", valueName: "pupil"))
  var pupils: [String] = []

  @OptionGroup var noteOption: DecisionNote
  @OptionGroup var namesOptions: NamesOptions

  func run() throws {
    try tellingTrouble {
      let names = try NamesSession(namesOptions)
      let entry = try names.entry(key)
      let ids = try pupils.map(names.pupil)
      let candidates = Set(entry.candidates.map { names.roll.ids[$0] })
      if let other = ids.first(where: { !candidates.contains($0) }), !ids.isEmpty {
        Terminal.complain(
          "error: \(other) is no candidate of this name; 'mhars names list' says who is")
        throw ExitCode.faults
      }
      // Those who were taken out before stay out.
      let earlier = entry.decision?.meaning == .not ? entry.decision?.pupils ?? [] : []
      let isOffRoll = ids.isEmpty || candidates.isSubset(of: ids)
      let decision =
        isOffRoll
        ? entry.decided(.offRoll, note: noteOption.note)
        : entry.decided(.not, pupils: Set(earlier + ids).sorted(), note: noteOption.note)
      try names.decide([decision], "1 decided")
      print(
        isOffRoll
          ? "Decided: somebody off the roll."
          : "Decided. It stays a question for the others that it could mean.")
    }
  }
}

/// Takes a decision back.
struct NamesUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last decision about a name back.",
    usage: "mhars names undo <key> [<options>]",
    discussion: """
      It stays on record as undone; the decision before it stands again, if there was one.

      Examples:
        mhars names confirm wdjq family --audit larkfield
        mhars names undo wdjq --audit larkfield
      """)

  @Argument(help: ArgumentHelp("The first letters of the key.", valueName: "key"))
  var key: String

  @OptionGroup var namesOptions: NamesOptions

  func run() throws {
    try tellingTrouble {
      let names = try NamesSession(namesOptions)
      let entry = try names.entry(key)
      let isUndone = try names.session.audit.people().undoDecision(
        entry.key, round: names.round.id, instrument: names.instrument.id,
        detail: names.detail("1 undone"), by: names.session.actor)
      guard isUndone else {
        Terminal.complain("error: nothing was decided about this name")
        throw ExitCode.faults
      }
      print("Undone; 'mhars names list' says where the name stands now.")
    }
  }
}
