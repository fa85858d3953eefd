/// A figure that is computed for each person from the items of a scale.
public struct Score: Hashable, Sendable {
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case mean, sum
  }

  /// The part an item has in a score.
  public struct Use: Hashable, Sendable {
    public var item: String
    /// Whether the score turns the item round: the item's own `reverse`, unless the use says else.
    public var isReversed: Bool

    public init(item: String, isReversed: Bool) {
      self.item = item
      self.isReversed = isReversed
    }
  }

  public var id: String
  public var title: LocalizedText?
  public var uses: [Use]
  public var method: Method
  /// The fewest answered items with which a person has a score.
  public var minimumAnswered: Int
  /// The ends to which the score is rescaled linearly; `nil` leaves it in scale points.
  public var range: ClosedRange<Double>?

  public init(
    id: String, title: LocalizedText? = nil, uses: [Use], method: Method, minimumAnswered: Int,
    range: ClosedRange<Double>? = nil
  ) {
    self.id = id
    self.title = title
    self.uses = uses
    self.method = method
    self.minimumAnswered = minimumAnswered
    self.range = range
  }
}
