/// A figure that is computed for each person from the items of a scale.
public struct Score: Hashable, Sendable {
  /// How the answered items make the score: their mean, or their sum.
  ///
  /// A sum over fewer answers than items is scaled up to all items (pro rata).
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case mean, sum
  }

  /// The part an item has in a score.
  public struct Use: Hashable, Sendable {
    /// The id of the item.
    public var item: String
    /// Whether the score turns the item round: the item's own `reverse`, unless the use says else.
    public var isReversed: Bool

    public init(item: String, isReversed: Bool) {
      self.item = item
      self.isReversed = isReversed
    }
  }

  /// The word that stands for the score; unique in the instrument.
  public var id: String
  /// The words for reports; `nil` where the id stands for them.
  public var title: LocalizedText?
  /// The items, in the author's order; they share their lowest and highest code.
  public var uses: [Use]
  /// How the answered items make the score.
  public var method: Method
  /// The fewest answered items with which a person has a score, from 1.
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
