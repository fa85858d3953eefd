import Diagnostics
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("titel", "title"), ("Title", "title"), ("tilte", "title"), ("title", "title"),
    ("audence", "audience"), ("min_answred", "min_answered"), ("xyz", nil), ("", nil),
    ("scale", "scales"), ("i", "id"),
  ])
  func `the nearest of the known names is found`(_ written: String, _ nearest: String?) {
    let known = ["id", "title", "audience", "scales", "min_answered"]
    #expect(NearestName.suggestion(for: written, among: known) == nearest)
  }

  @Test func `of equally near names the first is taken`() {
    #expect(NearestName.suggestion(for: "cat", among: ["car", "can"]) == "car")
    #expect(NearestName.suggestion(for: "cat", among: [String]()) == nil)
  }

  @Test func `a remedy asks for the nearest name, or lists the first of those known`() {
    let known = (1...14).map { "name\($0)" }
    let remedy = NearestName.remedy(for: "nam1", among: known, lead: "the names are")
    #expect(remedy == "did you mean 'name1'?")
    #expect(
      NearestName.remedy(for: "zzzz", among: ["a", "b"], lead: "the names are")
        == "the names are 'a', 'b'")
    #expect(NearestName.list(known, lead: "the names are").hasSuffix("'name12' and 2 more"))
    #expect(NearestName.list([], lead: "the names are") == "none is known here")
    #expect(NearestName.quoted([String(repeating: "x", count: 90)]).count == 42)
  }

  /// Distances of the restricted (optimal string alignment) kind.
  @Test(arguments: [
    ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3), ("", "abc", 3), ("abc", "", 3),
    ("same", "same", 0), ("flaw", "lawn", 2),
  ])
  func `edits are counted, a swap of neighbours as one`(_ a: String, _ b: String, _ count: Int) {
    #expect(NearestName.editDistance(Array(a), Array(b)) == count)
    #expect(NearestName.editDistance(Array(b), Array(a)) == count)
  }
}
