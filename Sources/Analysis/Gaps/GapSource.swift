public import Responses

/// One file's worth of evidence for the gap table.
public enum GapSource: Sendable {
  /// Responses to a survey, and how many people could have answered; `nil` where nobody said.
  case survey(ResponseTable, population: Int?)
  /// Nominations, of which only the aggregate is evidence.
  case nominations(NominationFigures)
}
