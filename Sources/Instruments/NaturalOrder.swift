/// The order in which a reader expects labels.
public enum NaturalOrder {
  /// Whether a label comes before another, numbers in them counted as numbers.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    func parts(_ text: String) -> [(Int, String)] {
      text.split { !$0.isNumber && !$0.isLetter }.map { word in
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        return (Int(digits) ?? .max, String(word.dropFirst(digits.count)))
      }
    }
    for (x, y) in zip(parts(a), parts(b)) where x != y { return x < y }
    return a < b
  }
}
