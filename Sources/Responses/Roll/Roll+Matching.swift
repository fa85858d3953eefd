extension Roll {
  /// The pupil who gave each response, by id or by a name that is certain.
  ///
  /// - Parameter respondents: What the responses say of who answered.
  /// - Returns: An index into the roll for each response; -1 where nobody is certain.
  public func pupils(of respondents: TextColumn) -> [Int32] {
    let matcher = NameMatcher(roll: self)
    return (0..<respondents.count).map { matcher.certain(respondents[$0]) ?? -1 }
  }

  /// The place of the pupil whose name a text is for certain, or `nil`.
  public func place(named text: String) -> Int? {
    NameMatcher(roll: self).certain(text).map(Int.init)
  }
}
