import Analysis
import Responses
import Sociometry

/// The pupils of `mhars.nominations/1`, a line each, of which there may be millions.
struct PupilJSON {
  private let list: PupilList
  private let policy: ReleasePolicy

  init(_ list: PupilList, under policy: ReleasePolicy) {
    self.list = list
    self.policy = policy
  }

  /// Writes one pupil.
  ///
  /// What is kept for class-mates is no part of the writer, so that the list is not copied for each.
  func write(_ pupil: Int, keeping texts: inout SharedTexts, to json: inout JSONWriter) {
    let shown = list.shown(pupil, under: policy)
    json.record { sink in
      sink.write("{\"pupil\": " as StaticString)
      sink.writeQuoted(list.roll.ids[pupil])
      sink.write(", \"group\": " as StaticString)
      if let group = list.group(of: pupil) {
        sink.writeQuoted(group)
      } else {
        sink.write("null" as StaticString)
      }
      sink.write(", \"answered\": " as StaticString)
      sink.write(list.answered[pupil])
      sink.write(", \"opted_out\": " as StaticString)
      sink.write(list.roll.optedOut[pupil])
      sink.write(", \"received\": " as StaticString)
      sink.write(shown.received)
      if let reason = shown.countsReason {
        sink.write(", \"received_reason\": " as StaticString)
        sink.writeQuoted(reason.sentence)
      }
      sink.write(", \"received_elsewhere\": " as StaticString)
      sink.write(shown.receivedElsewhere)
      sink.write(", \"given\": " as StaticString)
      sink.write(shown.given)
      if let reason = shown.givenReason {
        sink.write(", \"given_reason\": " as StaticString)
        sink.writeQuoted(reason.sentence)
      }
      sink.write(", \"mutual\": " as StaticString)
      sink.write(shown.mutual)
      sink.write(", \"level\": " as StaticString)
      if let level = shown.level {
        sink.writeQuoted(level.letter)
      } else {
        sink.write("null, \"level_reason\": " as StaticString)
        sink.writeQuoted((shown.levelReason ?? .noGroup).sentence)
      }
      Self.write(shown.flags, to: &sink)
      sink.write(", \"chance\": " as StaticString)
      // It depends on the names given, and would tell them.
      sink.write(
        shown.received == nil || shown.given == nil
          ? "null" : texts.chances.text(of: pupil, in: list))
      writeEvidence(
        pupil, isShown: shown.levelReason != .tooFewAnswered, pending: shown.pending,
        keeping: &texts, to: &sink)
      sink.write(byte: UInt8(ascii: "}"))
    }
  }

  private static func write(_ flags: StandingFlags, to sink: inout ByteSink) {
    sink.write(", \"flags\": [" as StaticString)
    if !flags.isEmpty {
      for (index, code) in flags.codes.enumerated() {
        if index > 0 { sink.write(", " as StaticString) }
        sink.writeQuoted(code)
      }
    }
    sink.write(byte: UInt8(ascii: "]"))
  }

  private func writeEvidence(
    _ pupil: Int, isShown: Bool, pending: Int?, keeping texts: inout SharedTexts,
    to sink: inout ByteSink
  ) {
    let evidence = list.evidence
    let grade = isShown ? list.gradeWord(pupil) : nil
    sink.write(", \"evidence\": {\"grade\": " as StaticString)
    if let grade { sink.writeQuoted(grade) } else { sink.write("null" as StaticString) }
    sink.write(", \"coverage\": " as StaticString)
    sink.write(texts.coverage.text(of: evidence.coverage(pupil)))
    sink.write(", \"p_true_zero\": " as StaticString)
    sink.write(grade == nil ? nil : evidence.trueZero(pupil))
    sink.write(", \"worst_case\": " as StaticString)
    if grade != nil, evidence.eligible(pupil) > 0 {
      let absent = evidence.eligible(pupil) - evidence.answering(pupil)
      sink.write("{\"absent\": " as StaticString)
      sink.write(absent)
      sink.write(", \"enough\": " as StaticString)
      sink.write(absent > 0 ? 1 : nil)
      sink.write(", \"missed_if_one\": " as StaticString)
      sink.write(texts.one.text(of: evidence.unseen(pupil, ifNamedBy: 1)))
      sink.write(", \"missed_if_two\": " as StaticString)
      sink.write(texts.two.text(of: evidence.unseen(pupil, ifNamedBy: 2)))
      sink.write(byte: UInt8(ascii: "}"))
    } else {
      sink.write("null" as StaticString)
    }
    sink.write(", \"pending\": " as StaticString)
    sink.write(pending)
    sink.write(byte: UInt8(ascii: "}"))
  }

  /// Figures that class-mates share, as text.
  struct SharedTexts {
    fileprivate var coverage = FigureText()
    fileprivate var one = FigureText()
    fileprivate var two = FigureText()
    fileprivate var chances = ChanceTexts()
  }

  /// A figure as text, kept for the next pupil.
  fileprivate struct FigureText {
    private var figure: Double?
    private var text = "null"

    mutating func text(of figure: Double?) -> String {
      if figure != self.figure {
        self.figure = figure
        text = figure?.description ?? "null"
      }
      return text
    }
  }
}

/// What blind choice gives for the names that a pupil received, as text, kept for class-mates.
private struct ChanceTexts {
  private struct Counts: Hashable {
    let received: Int32
    let given: Int32
  }

  private var group: Int32 = -1
  private var texts: [Counts: String] = [:]

  mutating func text(of pupil: Int, in list: PupilList) -> String {
    let own = list.groupOfPupil[pupil]
    guard own >= 0 else { return "null" }
    if own != group {
      group = own
      texts.removeAll(keepingCapacity: true)
    }
    let counts = Counts(
      received: list.standings.received[pupil], given: list.standings.given[pupil])
    if let text = texts[counts] { return text }
    let chance = list.chances[Int(own)]
    let (received, given) = (Int(counts.received), Int(counts.given))
    let tails = chance.tails(of: received, own: given)
    let text = "{\"at_most\": \(tails.atMost), \"at_least\": \(tails.atLeast)}"
    texts[counts] = text
    return text
  }
}

extension ByteSink {
  fileprivate mutating func write(_ number: Int?) {
    if let number { write(number) } else { write("null" as StaticString) }
  }

  fileprivate mutating func write(_ value: Bool) {
    write(value ? "true" as StaticString : "false")
  }
}

extension ShownPupil.Reason {
  /// Why something is not shown, for a person.
  var sentence: String {
    switch self {
    case .noGroup: "the roll gives no group at this scope"
    case .tooFewAnswered: "fewer than three of the group answered, which would say who named whom"
    case .closedPairs: "levels E and F apart would say who named whom"
    case .namedByNearlyAll:
      "everybody who answered named the pupil, or all but one, and a count would say who"
    case .writer: "once a written name is decided, it would say who wrote it"
    }
  }
}

extension ShownPupil.Reason {
  /// What stands in a table in place of the level.
  var meaning: String {
    switch self {
    case .noGroup: "No group on the roll"
    case .tooFewAnswered: "Too few answered to say"
    case .closedPairs, .namedByNearlyAll, .writer:
      "Named by others, and by somebody whom the pupil names"
    }
  }
}

extension PupilList {
  /// The grade of a pupil's zero as files carry it; `nil` where somebody named the pupil.
  func gradeWord(_ pupil: Int) -> String? {
    guard let grade = evidence.grade(pupil) else { return nil }
    if pending[pupil] > 0 { return "pending" }
    return grade == .notEnoughAnswered ? "not_enough_answered" : grade.rawValue
  }
}
