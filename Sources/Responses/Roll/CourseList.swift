import Instruments

/// The one class of a pupil in a cell that may list all that the pupil attends.
enum CourseList {
  private static let registrations: Set<String> = [
    "registration", "registration form", "registration group", "reg", "reg group", "form",
    "tutor", "tutor group", "class",
  ]

  /// The entries of a list that commas, semicolons or "And" part.
  static func parts(_ cell: String) -> [String] {
    cell.split { $0 == "," || $0 == ";" }.flatMap { part in
      part.split(whereSeparator: \.isWhitespace).split { $0 == "And" || $0 == "and" }
        .map { $0.joined(separator: " ") }
    }
  }

  /// Whether a cell names the course of a class, as `Year 4: 4 Elm` does.
  static func hasCourses(_ cell: String) -> Bool {
    parts(cell).contains { entry($0).map { isRegistration($0.course) } == true }
  }

  /// The class in which a pupil is registered; `nil` where that is not certain.
  ///
  /// It is the one class of a year group or a registration, or the only entry there is.
  static func registrationClass(_ cell: String) -> String? {
    var registered: Set<String> = []
    var plain: Set<String> = []
    var hasSubjects = false
    for part in parts(cell) {
      if let (course, name) = entry(part) {
        if isRegistration(course) { registered.insert(name) } else { hasSubjects = true }
      } else if YearName.of(part) == nil {
        plain.insert(part)
      }
    }
    if registered.isEmpty { return plain.count == 1 && !hasSubjects ? plain.first : nil }
    return registered.count == 1 && plain.isSubset(of: registered) ? registered.first : nil
  }

  private static func entry(_ part: String) -> (course: String, name: String)? {
    let sides = part.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
    return sides.count == 2 && !sides[1].isEmpty ? (sides[0], sides[1]) : nil
  }

  private static func isRegistration(_ course: String) -> Bool {
    YearName.of(course) != nil || registrations.contains(course.matchingKey)
  }
}
