//! What the system says of the disk that an index is on.

use std::path::Path;

/// File systems on which a lock may hold on one machine only, by the number that Linux knows them
/// by: `statfs(2)`.
#[cfg(target_os = "linux")]
const NETWORK: [(i128, &str); 8] = [
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFF53_4D42, "CIFS"),
    (0xFE53_4D42, "SMB2"),
    (0x0102_1997, "9P"),
    (0x5346_414F, "AFS"),
    (0x00C3_6400, "Ceph"),
    (0x7375_7245, "Coda"),
];

/// The name of the network file system that `dir` is on, if it is on one.
#[cfg(target_os = "linux")]
pub(crate) fn network(dir: &Path) -> Option<&'static str> {
    let kind = rustix::fs::statfs(dir).ok()?.f_type;
    // A number of 32 bits, held in a type of another size and sign by each architecture.
    name(i128::from(kind) & 0xFFFF_FFFF)
}

#[cfg(target_os = "linux")]
fn name(kind: i128) -> Option<&'static str> {
    NETWORK.iter().find(|(number, _)| *number == kind).map(|(_, name)| *name)
}

/// Elsewhere nothing tells.
#[cfg(not(target_os = "linux"))]
pub(crate) fn network(_: &Path) -> Option<&'static str> {
    None
}

/// How many bytes can be written where `dir` is.
#[cfg(unix)]
pub(crate) fn free(dir: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(dir).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Elsewhere a full disk is met when it is full.
#[cfg(not(unix))]
pub(crate) fn free(_: &Path) -> Option<u64> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn network_file_systems_are_known_by_number() {
        assert_eq!((name(0x6969), name(0xFF53_4D42)), (Some("NFS"), Some("CIFS")));
        assert_eq!(name(0xEF53), None, "ext4");
        assert!(free(Path::new(".")).is_some_and(|bytes| bytes > 0));
    }
}
