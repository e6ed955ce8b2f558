package io.hotlens.skills.target;

import io.hotlens.skills.data.Data;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Attributes of MBeans as [Data]; it can only read. Object names are written as in JMX:
/// `java.lang:type=Memory`. Composite data become maps, tabular data and arrays lists, object names
/// text.
public interface MBeanReader {

    /// One attribute.
    ///
    /// @throws TargetException.Unsupported when the bean or the attribute does not exist or cannot
    ///   be read
    Data get(String bean, String attribute);

    /// Several attributes of one bean in one call; those that cannot be read are absent.
    ///
    /// @throws TargetException.Unsupported when the bean does not exist
    Map<String, Data> get(String bean, Collection<String> attributes);

    /// Names of the beans that match a JMX pattern such as `java.lang:type=MemoryPool,*`, sorted.
    List<String> find(String pattern);

    /// `{class, description, attributes: [{name, type, description, readable}]}` of one bean,
    /// passwords left out.
    Data describe(String bean);
}
