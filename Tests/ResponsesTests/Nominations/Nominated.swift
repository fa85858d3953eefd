import Diagnostics
import Instruments
import Testing

@testable import Responses

/// What the import of nominations gave, in words that tests can compare.
struct Nominated {
  let outcome: NominationImport.Outcome?
  let sink: DiagnosticSink

  var faults: [String] { placed(sink) }
  var messages: [String] { sink.diagnostics.map(\.message.text) }
  private var nominations: Nominations? { outcome?.nominations }

  private func id(_ pupil: Int32) -> String { nominations?.roll.ids[Int(pupil)] ?? "" }

  /// The ties as `P1>P2`, sorted.
  var ties: [String] {
    guard let nominations else { return [] }
    return nominations.ties.map { "\(id($0))>\(id($1))" }.sorted()
  }

  /// Who answered, in the order of the roll.
  var answered: [String] {
    (nominations?.answered ?? []).indices.filter { nominations?.answered[$0] == true }
      .map { id(Int32($0)) }
  }

  /// The discards as `P1 self`, sorted.
  var discards: [String] {
    (nominations?.discards ?? []).map { "\(id($0.nominator)) \($0.reason.rawValue)" }.sorted()
  }

  /// The open questions as `P1 Tom: P2 P3`.
  var questions: [String] {
    (nominations?.unresolved ?? []).map { question in
      "\(id(question.nominator)) \(question.text): "
        + question.candidates.map(id).joined(separator: " ")
    }
  }

  /// The records of nobody certain as `3 Tom: P2 P3 named P4`.
  var unmatched: [String] {
    (nominations?.unmatchedRespondents ?? []).map { respondent in
      "\(respondent.record) \(respondent.text): "
        + respondent.candidates.map(id).joined(separator: " ") + " named "
        + respondent.named.map(id).joined(separator: " ")
    }
  }

  /// All that an analysis sees, without the record numbers, which follow the rows.
  var everything: [[String]] {
    let respondents = unmatched.map { String($0.drop { $0.isNumber }) }.sorted()
    return [ties, answered, discards, questions, respondents]
  }
}

func nominated(
  _ text: String, on roll: Roll, _ instrument: Instrument,
  _ options: ImportOptions = ImportOptions(),
  round: String? = nil, location: SourceLocation = #_sourceLocation
) -> Nominated {
  nominated(
    FileSource(name: "names.csv", bytes: Array(text.utf8)), on: roll, instrument, options,
    round: round, location: location)
}

/// Imports nominations, and expects what holds of every import: the sums of the ledger, ties between
/// two pupils who differ, each once and from somebody who answered, and no more of them than asked.
func nominated(
  _ source: FileSource, on roll: Roll, _ instrument: Instrument,
  _ options: ImportOptions = ImportOptions(),
  round: String? = nil, location: SourceLocation = #_sourceLocation
) -> Nominated {
  var sink = DiagnosticSink()
  let outcome = NominationImport.read(
    source, for: instrument, on: roll, options: options, round: round, reporting: &sink)
  #expect((outcome != nil) == !sink.hasErrors, sourceLocation: location)
  if let outcome {
    expectSums(of: outcome.ledger, location)
    let nominations = outcome.nominations
    #expect(nominations.answered.count == roll.count, sourceLocation: location)
    let ties = nominations.ties.map { [$0, $1] }
    #expect(Set(ties).count == ties.count, sourceLocation: location)
    #expect(ties.allSatisfy { $0[0] != $0[1] }, sourceLocation: location)
    #expect(ties.allSatisfy { nominations.answered[Int($0[0])] }, sourceLocation: location)
    let limit = instrument.nomination?.rule.limit ?? 0
    let most = Dictionary(grouping: ties) { $0[0] }.values.map(\.count).max() ?? 0
    #expect(most <= limit, sourceLocation: location)
    for question in nominations.unresolved {
      #expect(!question.candidates.isEmpty, sourceLocation: location)
      #expect(question.candidates == question.candidates.sorted(), sourceLocation: location)
    }
  }
  return Nominated(outcome: outcome, sink: sink)
}
