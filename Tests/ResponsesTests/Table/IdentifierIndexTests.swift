@testable import Responses
import Testing

struct IdentifierIndexTests {
  private func intern(_ ids: [String], in index: inout IdentifierIndex) -> [Int] {
    ids.map { id in
      var id = id
      return id.withUTF8 { index.intern($0).index }
    }
  }

  private func found(_ id: String, in index: IdentifierIndex) -> Int? {
    var id = id
    return id.withUTF8 { index.index(of: $0) }
  }

  @Test(arguments: [
    // One after the other, with gaps and repeats.
    ["P0007", "P0008", "P0010", "P0008", "P0009", "P0007"],
    // Another prefix, another length, a number before the first, one far off, no digits at all.
    ["P0007", "P0008", "Q0009", "P0009"], ["P0007", "P0008", "P00009", "P9"],
    ["P0007", "P0006", "P0008"], ["P0007", "P9999", "P0008"], ["P0007", "Ann", "P0008", "", "P"],
    ["Ann", "Bob", "P0001", "Ann"], ["1", "2", "10", "2"],
    // More digits than a whole number holds.
    ["99999999999999999999998", "99999999999999999999999", "99999999999999999999998"],
    ["00000000000000000000000", "10000000000000000000000"],
  ])
  func `every id has the number of its first appearance, whatever its form`(ids: [String]) {
    var index = IdentifierIndex()
    var first: [String: Int] = [:]
    let expected = ids.map { id in
      let number = first[id] ?? first.count
      first[id] = number
      return number
    }
    #expect(intern(ids, in: &index) == expected)
    for (id, number) in first { #expect(found(id, in: index) == number) }
    for stranger in ["P0011", "P0000", "p0007", "P000x", "Zoe", "P00070", "3"]
    where first[stranger] == nil {
      #expect(found(stranger, in: index) == nil)
    }
  }

  @Test func `a thousand ids keep their numbers when the next is of another form`() {
    var index = IdentifierIndex()
    let ids = (1...1_000).map { "P" + String($0 + 10_000).dropFirst() }
    #expect(intern(ids, in: &index) == Array(0..<1_000))
    #expect(intern(["A1B"], in: &index) == [1_000])
    for (number, id) in ids.enumerated() { #expect(found(id, in: index) == number) }
  }

  @Test func `an empty index knows nobody`() {
    #expect(found("P0001", in: IdentifierIndex()) == nil)
  }
}
