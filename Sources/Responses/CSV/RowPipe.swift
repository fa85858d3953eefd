import Foundation
import Synchronization

/// Hands records from a thread that reads a file and cuts it up to the one that takes them in.
///
/// The batches go round: one is filled while another is emptied, and the reader waits when it is as
/// far ahead as there are batches. Records arrive in the order of the file whatever the threads do.
/// A slot is touched by one thread at a time, which the two semaphores see to; hence unchecked.
final class RowPipe: @unchecked Sendable {
  private static let depth = 4
  /// How many bytes a batch is cut from: few enough for the second level of a cache, and enough that
  /// handing them over costs little beside cutting them up.
  private static let blockSize = 1 << 18

  private final class Slot {
    var batch = RowBatch()
    /// What comes after the records of the batch.
    var ending: Ending?

    deinit { batch.deallocate() }
  }

  private enum Ending {
    case whole
    case stopped(CSVReader.Stop)
    case failed(any Error)
  }

  private let slots = (0..<depth).map { _ in Slot() }
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isWanted = Atomic<Bool>(true)

  /// Hands each record to `body` in order until it answers `false`, as `CSVReader.forEachRow` does.
  static func forEachRow(of reader: CSVReader, _ body: (CSVRow) -> Bool) throws
    -> CSVReader.Stop?
  {
    let pipe = RowPipe()
    for _ in 0..<depth { pipe.free.signal() }
    Thread.detachNewThread {
      pipe.fill(from: reader)
      pipe.ended.signal()
    }
    defer {
      pipe.isWanted.store(false, ordering: .releasing)
      pipe.free.signal()
      pipe.ended.wait()
    }
    return try pipe.empty(body)
  }

  private func empty(_ body: (CSVRow) -> Bool) throws -> CSVReader.Stop? {
    var record = 0
    var turn = 0
    while true {
      filled.wait()
      let slot = slots[turn % Self.depth]
      turn += 1
      let wantsMore = slot.batch.drain(record: &record, body)
      if let wide = slot.batch.wideRecord { return .tooManyColumns(record: wide) }
      guard wantsMore else { return nil }
      switch slot.ending {
      case .whole?: return nil
      case .stopped(let stop)?: return stop
      case .failed(let error)?: throw error
      case nil: free.signal()
      }
    }
  }

  private func fill(from reader: CSVReader) {
    var turn = 0
    free.wait()
    func end(_ ending: Ending) {
      slots[turn % Self.depth].ending = ending
      filled.signal()
    }
    guard let scan = BlockScan(delimiter: reader.delimiter, skipping: reader.skipping) else {
      return end(.stopped(.outOfMemory))
    }
    do {
      var stop: CSVReader.Stop?
      try reader.source.forEachBlock(of: Self.blockSize) { block in
        let slot = slots[turn % Self.depth]
        stop = scan.take(block, into: &slot.batch)
        guard stop == nil else { return false }
        free.wait()
        turn += 1
        slot.batch.moveOpenRow(to: &slots[turn % Self.depth].batch)
        filled.signal()
        return isWanted.load(ordering: .acquiring)
      }
      stop = stop ?? scan.finish(into: &slots[turn % Self.depth].batch)
      end(stop.map(Ending.stopped) ?? .whole)
    } catch {
      end(.failed(error))
    }
  }
}
