/// How people answer the items of a component whose true index is known.
///
/// A person answers favourably with the chance p = truth + class + self + theme, whose parts lie evenly
/// around 0, and the answer to an item counts four such decisions. So the mean of every item is the truth.
struct Inclination: Sendable {
  /// The share of the variance of answers that lies between classes.
  static let betweenClasses = 0.014
  /// Half of the people lean so far one way, half the other.
  private static let own = 0.17
  /// How far a person may lean further on one component.
  private static let theme = 0.14
  private static let reach = 0.36

  /// The items of a component, each with the same weight, and the chance that one is left blank.
  static let items = 4
  static let blank = 0.1

  /// The true index, 0 to 1.
  let truth: Double
  private let scale: Double
  private let classReach: Double

  init(truth: Double, hasClasses: Bool) {
    self.truth = truth
    scale = min(1, min(truth, 1 - truth) / Self.reach)
    let persons = scale * scale * (Self.own * Self.own + Self.theme * Self.theme / 3)
    let decisions = Double(Self.items * 4)
    let within = persons * (1 - 1 / decisions) + truth * (1 - truth) / decisions
    let share = Self.betweenClasses
    let between = share * within / (1 - share * (1 - 1 / decisions))
    classReach = hasClasses ? (3 * between).squareRoot() : 0
    personVariance = persons + (hasClasses ? between : 0)
    classVariance = hasClasses ? between : 0
  }

  /// The variance of p, and the part of it that is of classes.
  private let personVariance: Double
  private let classVariance: Double

  /// The chance with which somebody answers favourably: `own` is true for those who lean up, `group` the
  /// place of the class, from -1 to 1.
  func chance(own: Bool, group: Double, _ lot: inout Lot) -> Double {
    let lean = own ? Self.own : -Self.own
    let theme = (2 * lot.share() - 1) * Self.theme
    return truth + scale * (lean + theme) + group * classReach
  }

  /// One answer of somebody with this chance, 0 to 4.
  static func answer(_ chance: Double, _ lot: inout Lot) -> Int {
    (0..<4).reduce(0) { sum, _ in sum + (lot.happens(chance) ? 1 : 0) }
  }

  /// The variance of the index, 0 to 100, of `n` people in classes of `size` answers each: as it is, and as
  /// it looks to whoever takes people as independent.
  func variance(of n: Int, classes: Int) -> (true: Double, seen: Double) {
    let item = personVariance + (truth * (1 - truth) - personVariance) / 4
    let items = Double(Self.items)
    let person = item / items / (1 - Self.blank) + personVariance * (1 - 1 / items)
    let between = classes > 0 ? classVariance * (1 / Double(classes) - 1 / Double(n)) : 0
    return (1e4 * (person / Double(n) + between), 1e4 * person / Double(n))
  }
}
