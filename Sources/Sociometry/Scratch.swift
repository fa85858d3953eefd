/// Memory for the working arrays of a loop over many groups, kept from one to the next.
///
/// Tens of thousands of classes of thirty are worked through in turn: an array for each would cost
/// more than the work, and one checked at every access half as much again. It is a class so that the
/// memory is given back, and never leaves the thread that made it.
final class Scratch<Element: BitwiseCopyable> {
  private var memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: 64)

  deinit { memory.deallocate() }

  /// Room for so many elements, with whatever was in it before; earlier room is no longer valid.
  func take(_ count: Int) -> UnsafeMutableBufferPointer<Element> {
    if memory.count < count {
      memory.deallocate()
      memory = .allocate(capacity: max(count, min(2 * memory.count, 1 << 16)))
    }
    return UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }

  /// Gives large memory back before the next counter takes its own.
  func giveBack() {
    guard memory.count > 1 << 16 else { return }
    memory.deallocate()
    memory = .allocate(capacity: 64)
  }

  /// Room for so many elements, all of them `value`.
  func take(_ count: Int, of value: Element) -> UnsafeMutableBufferPointer<Element> {
    let room = take(count)
    room.update(repeating: value)
    return room
  }
}

/// The memory that the counters of one thread share, since they work one after the other.
struct Workspace {
  let numbers = (0..<5).map { _ in Scratch<Int32>() }
  let ties = Scratch<UInt32>()
}
