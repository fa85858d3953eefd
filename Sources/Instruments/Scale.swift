/// The points that an answer may take, from low to high, as the author declared them.
public struct Scale: Hashable, Sendable {
  /// The word that stands for the scale; unique in the instrument.
  public var id: String
  /// The points from low to high, at least two.
  public var points: [Point]
  /// The raw codes that count as favourable; `nil` where the author named none.
  public var favourable: Set<Int>?

  public init(id: String, points: [Point], favourable: Set<Int>? = nil) {
    self.id = id
    self.points = points
    self.favourable = favourable
  }

  /// The lowest and the highest declared code; `nil` where a code is not a whole number.
  public var range: ClosedRange<Int>? {
    let values = points.compactMap(\.value)
    guard values.count == points.count, let low = values.min(), let high = values.max() else {
      return nil
    }
    return low...high
  }
}

/// One answer that can be chosen: the code that is stored and the words that are shown.
public struct Point: Hashable, Sendable {
  /// The code as the author typed it.
  public var code: String
  /// The words that are shown; `nil` where the code stands for itself.
  public var label: LocalizedText?

  public init(code: String, label: LocalizedText? = nil) {
    self.code = code
    self.label = label
  }

  /// The code as a whole number; `nil` where it is another kind of text, such as `A2` or `012`.
  public var value: Int? {
    guard let value = Int(code), String(value) == code else { return nil }
    return value
  }

  /// All that an export may hold for the point: the code, and the label in every language.
  public var words: [String] { [code] + Array(label?.wordings.values ?? [:].values) }

  /// The words for a reader: the label, or the code where there is none.
  public var title: String { label?.preferred ?? code }
}
