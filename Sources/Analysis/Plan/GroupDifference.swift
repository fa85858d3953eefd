import Instruments
import Statistics

/// How far two groups have to be apart for the round to show it.
public struct GroupDifference: Sendable {
  /// The standard deviation of an index between people, in points of 0 to 100: our assumption.
  public static let standardDeviation = 22.0
  /// How often a difference is to be found.
  public static let power = 0.8
  /// The level of the two-sided interval that has to leave out 0.
  public static let level = 0.95

  /// Whether something can be said.
  public enum State: String, Sendable {
    case shown
    /// A group has fewer people than a figure may be of: it can show nothing.
    case tooFew = "too_few"
    /// With its size a smaller group's could be told by subtraction.
    case heldBack = "held_back"
    /// Nobody said how many there are.
    case notKnown = "not_known"
  }

  /// The two groups in words.
  public let a: String
  public let b: String
  /// The column that splits an audience; `nil` between audiences.
  public let by: String?
  /// Whether something can be said.
  public let state: State
  /// How many could answer; `nil` where the state is not `shown`.
  public let sizes: (a: Int, b: Int)?
  /// The smallest difference in points that is found if everybody answers; `nil` as above.
  public let ifAll: Double?
  /// The same if just enough answer; `nil` also where fewer than the minimum of a group then would.
  public let ifEnough: Double?

  /// A group of people whose number may be known.
  struct Side {
    let title: String
    let audience: Instrument.Audience
    let size: Int?
    let minimum: Int

    /// How many answer if just enough do.
    var enough: Int? {
      size.map {
        Int((Double($0) * EvidenceStrength.adequateShare(of: audience) - 1e-9).rounded(.up))
      }
    }
  }

  init(_ first: Side, _ second: Side, by: String? = nil, isHeldBack: Bool = false) {
    a = first.title
    b = second.title
    self.by = by
    state = Self.state(first, second, isHeldBack)
    guard state == .shown, let sizeA = first.size, let sizeB = second.size else {
      (sizes, ifAll, ifEnough) = (nil, nil, nil)
      return
    }
    sizes = (sizeA, sizeB)
    ifAll = Self.smallest(sizeA, sizeB)
    let enough = (a: first.enough ?? 0, b: second.enough ?? 0)
    ifEnough =
      enough.a >= first.minimum && enough.b >= second.minimum
      ? Self.smallest(enough.a, enough.b) : nil
  }

  private static func state(_ first: Side, _ second: Side, _ isHeldBack: Bool) -> State {
    guard let sizeA = first.size, let sizeB = second.size else { return .notKnown }
    if sizeA < first.minimum || sizeB < second.minimum { return .tooFew }
    return isHeldBack ? .heldBack : .shown
  }

  private static func smallest(_ a: Int, _ b: Int) -> Double? {
    DetectableDifference.smallest(a, b, sd: standardDeviation, level: level, power: power)
  }

  /// How many answers each of two groups of one size needs for a difference in points.
  ///
  /// - Returns: `nil` where the difference is not positive.
  public static func answersEach(points: Double) -> Int? {
    DetectableDifference.answersEach(
      difference: points, sd: standardDeviation, level: level, power: power)
  }
}
