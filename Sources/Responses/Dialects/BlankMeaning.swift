/// What it may mean that an item has no answer.
public enum BlankMeaning: String, Sendable, CaseIterable {
  /// The question was not shown.
  case notShown = "not_shown"
  /// The question was shown and left out.
  case leftOut = "left_out"
  /// None of several choices was ticked.
  case noneTicked = "none_ticked"
}

extension Dialect {
  /// The meanings that are not told apart in what the tool writes: all of them count as no answer.
  public var indistinctBlanks: [BlankMeaning] {
    traits.tellsUntickedFromUnasked ? [.notShown, .leftOut] : BlankMeaning.allCases
  }
}
