/// Something that does not hold of a reader.
struct Finding: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Throws a finding where something does not hold.
func expect(_ holds: Bool, _ words: @autoclosure () -> String) throws(Finding) {
  if !holds { throw Finding(words()) }
}

/// A value that must be there.
func found<Value>(_ value: Value?, _ words: String) throws(Finding) -> Value {
  guard let value else { throw Finding(words) }
  return value
}
