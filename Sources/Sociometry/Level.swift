/// Where a pupil stands among the nominations; every pupil has exactly one level.
///
/// r, s and m are the names received, given and mutual inside the reference group; b counts names
/// given outside it and x names not yet resolved. The letters follow the method page
/// `docs/methods/isolation.md`. A level is a reason to look, not a finding.
public enum Level: String, Sendable, CaseIterable {
  /// Answered, s + b + x = 0 and r = 0: names nobody and is named by nobody.
  case namesNobodyUnchosen = "A"

  /// Named somebody and r = 0: named by nobody.
  case unchosen = "B"

  /// Did not answer and r = 0: no evidence in either direction.
  case notSeen = "N"

  /// Answered, s + b + x = 0 and r >= 1: named, names nobody.
  case namesNobody = "C"

  /// Did not answer and r >= 1: named, reciprocity unknown.
  case namedUnanswered = "U"

  /// r >= 1, s + b + x >= 1 and m = 0: named, nothing mutual.
  case nothingMutual = "D"

  /// r = 1, m = 1, and the partner has no other mutual tie: a closed pair.
  case closedPair = "E"

  /// Everyone else.
  case connected = "F"

  /// The letter that stands for the level in files.
  public var letter: String { rawValue }

  /// Whether nobody named a pupil of this level: A, B and N.
  public var isUnchosen: Bool {
    self == .namesNobodyUnchosen || self == .unchosen || self == .notSeen
  }
}
