/// A time of day as survey tools write it after a date: `09:04`, `9:04:31 AM GMT+1`, `09:04:31.5Z`.
struct ClockTime {
  /// The seconds since midnight in Greenwich, or where the time was written if no zone is given.
  let seconds: Int

  /// Reads a time; `nil` for any other text.
  init?(_ text: Substring) {
    let digits = text.prefix { $0 == ":" || $0.isASCII && $0.isNumber }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    var hour = numbers[0]
    let rest = text[digits.endIndex...].lowercased()
    if rest.contains("pm"), hour < 12 { hour += 12 }
    if rest.contains("am"), hour == 12 { hour = 0 }
    let second = numbers.count > 2 ? numbers[2] : 0
    seconds = (hour * 60 + numbers[1]) * 60 + second - Self.zone(rest) * 60
  }

  /// The minutes east of Greenwich that `gmt+1` or `+01:00` says; 0 where there is no zone.
  private static func zone(_ text: String) -> Int {
    guard let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
    let digits = text[text.index(after: sign)...].prefix { $0.isASCII && $0.isNumber || $0 == ":" }
    let compact = digits.filter { $0 != ":" }
    guard (1...4).contains(compact.count), let number = Int(compact) else { return 0 }
    let minutes = compact.count > 2 ? number / 100 * 60 + number % 100 : number * 60
    return text[sign] == "-" ? -minutes : minutes
  }
}
