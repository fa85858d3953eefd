import Instruments
public import Responses

/// One file's worth of evidence for the gap table.
public enum GapSource: Sendable {
  /// Responses to a survey, and how many people could have answered; `nil` where nobody said.
  case survey(ResponseTable, population: Int?)
  /// Nominations, of which only the aggregate is evidence.
  case nominations(NominationFigures)
  /// What was seen, counted or said, as the ledger has it.
  case record([EvidenceEntry])
}

extension GapSource {
  /// The id of the instrument that the evidence is of.
  var instrument: String {
    switch self {
    case .survey(let table, _): table.instrument.id
    case .nominations(let figures): figures.instrument.id
    case .record(let entries): entries.first?.instrument ?? ""
    }
  }

  /// What the responses to an instrument are evidence of: the answers to a questionnaire, or the entries
  /// that a record makes of its rows and the answers on scales that it has besides.
  public static func all(in table: ResponseTable, population: Int?) -> [GapSource] {
    guard let record = RecordEvidence(table) else {
      return [.survey(table, population: population)]
    }
    let hasScales = table.instrument.items.contains { item in
      item.format.name == "scale" && item.practice != nil
    }
    return [.record(record.evidence())]
      + (hasScales ? [.survey(table, population: population)] : [])
  }
}
