import Testing

@testable import Instruments

struct ReadingAgeTests {
  @Test(arguments: [
    ("cat", 1), ("happy", 2), ("school", 1), ("people", 2), ("safe", 1), ("asked", 1),
    ("wanted", 2), ("table", 2), ("the", 1), ("feelings", 2), ("playground", 2), ("places", 2),
    ("communicate", 4), ("agree", 2), ("duties", 2), ("see", 1), ("responsibility", 6),
  ])
  func `syllables are groups of vowels, without a silent end`(word: String, count: Int) {
    #expect(ReadingAge.syllables(of: word) == count)
  }

  @Test func `the age is the grade of Flesch and Kincaid and five years`() throws {
    var age = ReadingAge()
    age.add("The cat sat on the mat. It was a happy cat.")
    #expect(age.words == 11 && age.sentences == 2 && age.syllables == 12)
    let grade = 0.39 * 11 / 2 + 11.8 * 12 / 11 - 15.59
    #expect(try #require(age.years) == max(5, grade + 5))
  }

  @Test func `a harder text has a higher age, which is that of the formula`() throws {
    var age = ReadingAge()
    age.add("Our organisation communicates responsibilities")
    #expect(age.words == 4 && age.sentences == 1 && age.syllables == 16)
    let grade = 0.39 * 4 + 11.8 * 16 / 4 - 15.59
    #expect(abs(try #require(age.years) - (grade + 5)) < 1e-12)
    #expect(age.longWords == ["organisation", "communicates", "responsibilities"])
  }

  @Test func `no words have no age`() {
    var age = ReadingAge()
    #expect(age.years == nil)
    age.add("…")
    #expect(age.years == nil)
  }
}
