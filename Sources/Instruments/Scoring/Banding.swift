/// The published bands of a score, under the name of the scheme they belong to.
public struct Banding: Hashable, Sendable {
  /// One band of values.
  public struct Band: Hashable, Sendable {
    /// The published word for the band.
    public var label: String
    /// The lowest value of the band, which belongs to it; `nil` where it has no lower end or
    /// `above` gives it.
    public var from: Double?
    /// The value above which the band starts, which does not belong to it.
    public var above: Double?
    /// The highest value of the band, which belongs to it; `nil` where it has no upper end or
    /// `below` gives it.
    public var to: Double?
    /// The value below which the band ends, which does not belong to it.
    public var below: Double?

    public init(
      label: String, from: Double? = nil, above: Double? = nil, to: Double? = nil,
      below: Double? = nil
    ) {
      self.label = label
      self.from = from
      self.above = above
      self.to = to
      self.below = below
    }

    /// Whether a value belongs to the band.
    public func contains(_ value: Double) -> Bool {
      if let from, value < from { return false }
      if let above, value <= above { return false }
      if let to, value > to { return false }
      if let below, value >= below { return false }
      return true
    }
  }

  /// The word for the scheme, since two schemes of one score may differ.
  public var scheme: String
  /// The bands in the author's order; no value belongs to two of them.
  public var bands: [Band]

  public init(scheme: String, bands: [Band]) {
    self.scheme = scheme
    self.bands = bands
  }

  /// The label of the band that a value belongs to; `nil` where it belongs to none.
  public func label(of value: Double) -> String? { bands.first { $0.contains(value) }?.label }
}
