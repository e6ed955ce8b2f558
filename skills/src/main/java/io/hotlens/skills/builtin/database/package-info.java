/// What the application asks of its database. Receives socket reads with stacks, thread dumps,
/// pools and, when the user gave a JDBC URL, the database's own statistics; hands on slow and
/// repeated queries, and who holds connections.
@NullMarked
package io.hotlens.skills.builtin.database;

import org.jspecify.annotations.NullMarked;
